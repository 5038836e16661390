import { composeAdaptation, contentFolder, filesIn } from '@everycontact/content/compose';
import { denmark } from '@everycontact/content/denmark';
import { adaptPack } from '@everycontact/core/adapt';
import { parseAdaptation } from '@everycontact/core/parse';

// Runs when the demo is built: the pages get the pack that comes of it, not this program.

/** What the municipality wrote: its adaptation, and the texts beside it. */
export const folder = new URL('examples/klintkoebing/', contentFolder);

/** The pack of the invented municipality: `denmark` as its adaptation changes it. */
export const klintkoebing = adapted();

function adapted() {
  const read = parseAdaptation(composeAdaptation(filesIn(folder)).adaptation);
  const made = read.problems ? read : adaptPack(denmark, read.adaptation);
  if (!made.problems) return made.pack;
  throw new Error(made.problems.map(({ where, message }) => `Klintkøbing, ${where}: ${message}`).join('\n'));
}
