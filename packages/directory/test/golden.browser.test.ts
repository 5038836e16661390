import { expect, it } from 'vitest';
import { goldenAnswers } from './golden-answers.js';
import { golden } from './golden.js';

it('writes, finds and ranks in a browser as in Node, byte for byte', async () => {
  expect(await goldenAnswers()).toEqual(golden);
});
