import { buildOrStop, root, run } from './run.mjs';

// npm run hub [-- OPTIONS]: builds what is missing, then runs the hub until you stop it. `npm run hub -- --help` says more.

await buildOrStop('@everycontact/hub');
const { status } = await run(process.execPath, [`${root}apps/hub/dist/main.js`, ...process.argv.slice(2)]);
process.exitCode = status === 130 ? 0 : status;
