import { readdirSync, readFileSync } from 'node:fs';

// Reads every built pack as a host would and prints every problem at once.

const parser = await import('../core/dist/parse.js').catch(() => {
  console.error('Build the core first: npm run build -w @everycontact/core');
  process.exit(1);
});
const dist = new URL('./dist/', import.meta.url);
let problems = 0;
for (const file of readdirSync(dist).filter((name) => name.endsWith('.json'))) {
  const result = parser.parsePack(JSON.parse(readFileSync(new URL(file, dist), 'utf8')));
  for (const { code, where, message } of result.problems ?? []) {
    problems += 1;
    console.error(`${file}: [everycontact/${code}] ${where}: ${message}`);
  }
}
console.log(problems === 0 ? 'Every pack is whole.' : `${problems} problems.`);
process.exitCode = problems === 0 ? 0 : 1;
