import { expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { helpLines } from '../pack/help-lines.js';
import type { HelpLine, Pack } from '../pack/pack.js';
import { numbersForTheWorker } from './for-the-worker.js';

/** A pack in which all lines are for the worker alone, each with a number of its own. */
function everyLineHidden(pack: Pack): Pack {
  let next = 0;
  const hidden = (line: HelpLine): HelpLine => ({ ...line, workerOnly: true, phone: `0000 ${10000 + next++}` });
  return {
    ...pack,
    safeguarding: hidden(helpLines(pack)[0]!.line),
    urgentHelp: Object.fromEntries(
      Object.entries(pack.urgentHelp).map(([id, help]) => [id, { ...help, lines: help.lines.map(hidden) }]),
    ),
    needs: Object.fromEntries(
      Object.entries(pack.needs).map(([id, need]) => [id, { ...need, national: need.national.map(hidden) }]),
    ),
  };
}

it('hides the number of a line that is for the worker, wherever in the pack it stands', () => {
  const pack = everyLineHidden(gardening);
  const isHidden = numbersForTheWorker(pack);
  const lines = helpLines(pack);
  expect(lines.length).toBeGreaterThan(helpLines(gardening).length);
  expect(lines.filter(({ line }) => !isHidden(line.phone)).map(({ where }) => where)).toEqual([]);
  expect(numbersForTheWorker(gardening)('0000 10000')).toBe(false);
});
