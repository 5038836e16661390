import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeListener, openReferralHandler, type ServedServices } from '@everycontact/directory';
import type { Command } from '../../command.js';
import { misuse, portOf, readArgs, text } from '../../options.js';
import { servedFile } from '../../served-file.js';
import { count, print, type Terminal } from '../../terminal.js';

export const directoryServeCommand: Command = {
  name: 'serve',
  summary: 'Serves a directory to other tools by the API of Open Referral UK 3.0',
  help: [
    'Usage: everycontact directory serve FILE [OPTIONS]',
    '',
    '  --port NUMBER  4181 by default; 0 takes any that is free',
    '  --host NAME    127.0.0.1 by default: this machine alone',
    '',
    'FILE is a .services file, or a feed. There is /services, /services/{id}, and /openapi.json with every parameter. It is',
    'read only and asks for no key: put a server of your own in front of it for https and for limits.',
    '',
    'Ends with Ctrl+C or SIGTERM, after the answers under way. Exit codes: 0 ended, 1 the file cannot be read as services,',
    '2 misuse.',
  ],
  run,
};

const command = 'directory serve';

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArgs(command, args, { port: text, host: text });
  const [file] = positionals;
  if (file === undefined) throw misuse(command, 'option-invalid', 'Expected a file with services, found nothing.');
  const port = portOf(command, values.port ?? '4181');
  const host = values.host ?? '127.0.0.1';
  const served = await servedFile(file, terminal);
  const server = await listen(served, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  print(terminal.out, [
    `${count(served.services.length, 'service')} at http://${shown}:${taken}/services - Ctrl+C ends.`,
  ]);
  await told(server);
  print(terminal.err, ['Ended.']);
  return 0;
}

async function listen(served: ServedServices, host: string, port: number): Promise<Server> {
  const server = createServer(nodeListener(openReferralHandler(() => served)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => {
      const found = `--port, --host: expected an address that is free, found: ${message}. Take another.`;
      reject(misuse(command, 'option-invalid', found));
    });
    server.listen(port, host, resolve);
  });
  return server;
}

/** Waits for a signal, then for the answers under way; a second signal ends these too. */
async function told(server: Server): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const closed = new Promise((resolve) => server.once('close', resolve));
  const end = () => {
    if (!server.listening) server.closeAllConnections();
    server.close();
    server.closeIdleConnections();
  };
  for (const signal of signals) process.on(signal, end);
  await closed;
  for (const signal of signals) process.off(signal, end);
}
