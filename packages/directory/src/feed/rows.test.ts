import { expect, it } from 'vitest';
import { Rows } from './rows.js';

const wholeOf = (...pieces: readonly string[]) => {
  const rows = new Rows(',');
  return pieces.map((piece) => rows.whole(piece));
};

it('a row ends with its line, and not within quotes, also where the quotes stand in two pieces', () => {
  expect(wholeOf('a,b\nc')).toEqual([4]);
  expect(wholeOf('a,"b\nc"\nd')).toEqual([8]);
  expect(wholeOf('a,"b\n', 'c"\nd')).toEqual([0, 3]);
  expect(wholeOf('a,"b ""c"" \n', 'd"\n')).toEqual([0, 3]);
});

it('a quote in the midst of a cell opens nothing', () => {
  expect(wholeOf('5" pipe\nnext')).toEqual([8]);
  expect(wholeOf('a, "b\n')).toEqual([0]);
});
