import { buildOrStop, root, run } from './run.mjs';

// npm start [-- --directory FILE]: builds what is missing, then serves the demo until you stop it.

console.log('Building the packages and the three pages. The first time takes about a minute.\n');
await buildOrStop('@everycontact/demo');
console.log();
const { status } = await run(process.execPath, [`${root}apps/demo/serve.mjs`, ...process.argv.slice(2)]);
process.exitCode = status === 130 ? 0 : status;
