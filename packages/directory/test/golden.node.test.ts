import { expect, it } from 'vitest';
import { goldenAnswers } from './golden-answers.js';
import { golden } from './golden.js';

it('writes, finds and ranks in Node as in every browser, byte for byte', async () => {
  expect(await goldenAnswers()).toEqual(golden);
});
