import { composePack, contentFolder, filesIn, withDigest } from './compose.mjs';

// Reads every pack as a host would, from the files as they are now, and prints every problem at once.

const { parsePack } = await import('../core/dist/parse.js').catch(() => {
  console.error('Build the core first: npm run build -w @everycontact/core');
  process.exit(1);
});
const files = filesIn(contentFolder);
const problems = files.folders('packs').flatMap((place) => {
  try {
    const { problems: found = [] } = parsePack(withDigest(composePack(files, place).pack));
    return found.map(({ code, where, message }) => `${place}: [everycontact/${code}] ${where}: ${message}`);
  } catch ({ message }) {
    return [`${place}: ${message}`];
  }
});
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? 'Every pack is whole.'
    : problems.length === 1
      ? '1 problem.'
      : `${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
