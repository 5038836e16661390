import type { TakeAway, TakeAwayEntry } from './document.js';
import { textLength } from './text-length.js';

/**
 * A sheet as a text message: its title, what was chosen, and of the rest what makes it no part longer. Sending it is the
 * host's job.
 */
export function textMessage({ dir, title, groups, emergency }: TakeAway): string {
  const mark = dir === 'rtl' ? leftToRight : '';
  const inOneLine = ({ name, phone, web }: TakeAwayEntry) =>
    [name.text, phone && mark + phone, web].filter(Boolean).join(' ');
  const entries = groups.flatMap((group) => group.entries);
  const [chosen, others] = [true, false].map((wanted) => entries.filter((entry) => wanted === (entry.chosen ?? false)));
  let text = plain([title.text, ...(chosen ?? []).map(inOneLine)].join('\n'));
  for (const line of [...(others ?? []).map(inOneLine), emergency.text]) {
    const longer = `${text}\n${plain(line)}`;
    if (textLength(longer).parts === textLength(text).parts) text = longer;
  }
  return text;
}

/** Before a number of several groups, whose order would else be that of the words: the last first. A text has no markup. */
const leftToRight = '\u200e';

/** A typographer's sign would more than double the length of the whole. */
const plain = (text: string) => text.replace(/[‘’‚“”„–—…\u00a0\u202f]/g, (sign) => signs[sign] ?? '"');

const signs: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};
