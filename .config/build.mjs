import { build } from './run.mjs';

// npm run build: every package and app, in order.

process.exitCode = (await build(...process.argv.slice(2))).status;
