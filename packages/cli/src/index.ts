import { main } from './main.js';
import { processTerminal } from './terminal.js';

// Whoever reads has read enough, as in `| head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(process.argv.slice(2), processTerminal());
