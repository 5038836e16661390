import { parseArgs } from 'node:util';
import { EveryContactError } from '@everycontact/core';

export const usage = `npm run hub -- [OPTIONS]

  --pack NAME|FILE    england, denmark, sweden, or a pack as one JSON file (england by default)
  --directory FILE    local services: a feed, or a services file that ends in .services
  --config FILE       whom the hub trusts and what it may do: apps/hub/README.md
  --demo              drafts are shown and nobody has to sign: for your own machine only

  PORT, HOST          where it listens; by default port 4180, on this machine only`;

/** What the command was told. */
export interface Arguments {
  readonly pack: string;
  readonly directory: string | undefined;
  readonly config: string | undefined;
  readonly demo: boolean;
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
}

/** @throws EveryContactError `hub-argument` */
export function readArguments(given: readonly string[], env: Readonly<Record<string, string | undefined>>): Arguments {
  const { pack = 'england', directory, config, demo = false, help = false } = parsed(given);
  return { pack, directory, config, demo, help, port: portOf(env['PORT']), host: env['HOST'] || '127.0.0.1' };
}

function parsed(given: readonly string[]) {
  try {
    const file = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { pack: file, directory: file, config: file, demo: flag, help: { ...flag, short: 'h' } };
    return parseArgs({ args: [...given], options }).values;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError(
      'hub-argument',
      'arguments',
      `Expected the options of the hub, found: ${found}\n\n${usage}`,
    );
  }
}

function portOf(text = ''): number {
  const port = text === '' ? 4180 : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  const message = `Expected PORT as a whole number from 0 to 65535, found "${text}". Try: PORT=8080 npm run hub`;
  throw new EveryContactError('hub-argument', 'PORT', message);
}
