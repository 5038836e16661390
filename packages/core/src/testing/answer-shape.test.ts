import { expect, it } from 'vitest';
import type { Directory, DirectoryAnswer } from '../directory/directory.js';
import { aService, testDirectory } from './directory-contract.js';

/** What the contract says of a directory that answers every question with this. */
async function said(answer: unknown): Promise<readonly string[]> {
  const runs: (() => Promise<void>)[] = [];
  const directory: Directory = { name: 'ours', find: () => Promise.resolve(answer as DirectoryAnswer) };
  testDirectory(
    (_title, run) => runs.push(run),
    () => directory,
  );
  const outcomes = await Promise.allSettled(runs.map((run) => run()));
  return outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
}

const asOf = '2026-11-22T09:00:00.000Z';
const right = { matches: [], excluded: [], asOf };

it.each([
  ['services in place of matches', { ...right, matches: [aService({ id: 'stop' })] }],
  ['whole services in the matches', { ...right, matches: [{ service: aService({ id: 'stop' }), reasons: [] }] }],
  ['no list of what is excluded', { matches: [], asOf }],
  ['no day', { matches: [], excluded: [] }],
  ['a bare list', []],
  ['nothing', undefined],
])('tells the author of an adapter what an answer is, where it has %s', async (_case, answer) => {
  expect(await said(answer)).toContainEqual(
    expect.stringMatching(/^The answer of the directory "ours": expected "matches" .* found .* Let match\(/),
  );
});

it('leaves an answer of the right shape to the rules', async () => {
  const told = await said(right);
  expect(told).toContain('expected ["stop"], found []');
  expect(told.join()).not.toContain('The answer of the directory');
});
