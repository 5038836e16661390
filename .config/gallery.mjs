import { buildOrStop, run } from './run.mjs';

// npm run gallery: the gallery as files for any server, in apps/storybook/storybook-static.
// npm run storybook: the same from source, drawn anew with every change, at http://localhost:6006.

await buildOrStop('@everycontact/storybook^...');
const { status } = await run('npm', ['run', process.argv[2], '-w', '@everycontact/storybook']);
process.exitCode = status === 130 ? 0 : status;
