import { policy as shippedPolicy } from '@everycontact/content/policies/default';
import { EveryContactError } from '@everycontact/core';
import { createHub, listen, type HubOptions } from './server.js';
import { jsonLog } from './log.js';
import { readArguments, usage } from './settings/arguments.js';
import { readConfig } from './settings/config.js';
import { openDirectory, openPack } from './settings/open.js';

// npm run hub [-- OPTIONS]: answers until it gets SIGTERM or Ctrl+C; then it ends what is under way and stops.

try {
  await run();
} catch (error) {
  const words = error instanceof EveryContactError ? error.message : inUse(error);
  if (words === undefined) throw error;
  console.error(words);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const told = readArguments(process.argv.slice(2), process.env);
  if (told.help) {
    console.log(usage);
    return;
  }
  const config = readConfig(told.config, told.demo);
  const services = told.directory === undefined ? undefined : openDirectory(told.directory);
  const options: Omit<HubOptions, 'address'> = {
    policy: { ...shippedPolicy, preview: told.demo },
    ...config,
    pack: openPack(told.pack),
    ...(services && { directory: services.directory, services: services.forPages, servicesAsOf: services.asOf }),
    log: jsonLog,
  };
  const { address, stop } = await listen((at) => createHub({ address: at, ...options }), told.port, told.host);
  for (const line of services?.told ?? []) console.error(line);
  console.error(welcome(address, told.demo, options));
  const { id, version } = options.pack;
  const listed = services && { services: services.count, asOf: services.asOf };
  jsonLog({ at: new Date().toISOString(), event: 'started', pack: id, version, ...listed });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(stop));
}

async function end(stop: () => Promise<void>): Promise<void> {
  jsonLog({ at: new Date().toISOString(), event: 'stopping' });
  await stop();
  jsonLog({ at: new Date().toISOString(), event: 'stopped' });
}

function welcome(
  address: string,
  demo: boolean,
  { cds, directory, smart, embedded }: Omit<HubOptions, 'address'>,
): string {
  return [
    `\nReady. The hub listens at ${address}\n`,
    `  ${address}/health          whether it answers, with which pack and a list of which day`,
    cds
      ? `  ${address}/cds-services    its CDS Hooks services`
      : '  No CDS Hooks: name whom to trust in --config FILE, or try --demo',
    smart ? `  ${address}/launch          where a record system opens the app` : '',
    embedded ? `  ${address}/embedded        the prompt for a frame, by a signed address` : '',
    directory ? '' : '  No local services: name a feed with --directory FILE; the national lines of the pack stand in',
    demo ? '\nDEMO: drafts are shown and nobody has to sign. Not for people.' : '',
    '\nTo stop: Ctrl+C',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function inUse(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'The port is already in use. Take another: PORT=4181 npm run hub';
  return code === 'EACCES'
    ? 'The port may not be opened by you. Take one above 1023: PORT=4180 npm run hub'
    : undefined;
}
