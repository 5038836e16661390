import { expect, it } from 'vitest';
import { inOrder } from '../src/findings/finding.js';

const at = (where: string, file?: string, line = 1) => ({
  code: 'loop',
  pack: 'england',
  where,
  message: 'expected otherwise',
  ...(file && { written: { file, line, column: 1 } }),
});

it('lists findings by file and line, as an editor does, and what stands nowhere last', () => {
  const found = [at('d'), at('c', 'b.json', 1), at('b', 'a.json', 10), at('a', 'a.json', 9)];
  expect(inOrder(found).map(({ where }) => where)).toEqual(['a', 'b', 'c', 'd']);
});
