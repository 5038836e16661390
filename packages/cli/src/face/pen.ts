import { styleText } from 'node:util';
import { dayInWords, type Line, type Speaker } from '@everycontact/core';

/** Words and colours for one reader. */
export interface Pen extends Pick<Speaker, 'reader' | 'label'> {
  bold(text: string): string;
  dim(text: string): string;
  warn(text: string): string;
  /** Its words, and what must be said of its standing. */
  line(line: Line): string;
}

export function openPen({ reader, label }: Speaker, colour: boolean): Pen {
  const style = (format: 'bold' | 'dim' | 'yellow') => (text: string) => (colour ? styleText(format, text) : text);
  const dim = style('dim');
  return {
    reader,
    label,
    bold: style('bold'),
    dim,
    warn: style('yellow'),
    line({ text, lang, note, checkedOn = '' }) {
      const said = [
        ...(note === 'draft' ? [label('ui.draft')] : []),
        ...(note === 'past-review' ? [label('ui.past-review', { date: dayInWords(reader.locale, checkedOn) })] : []),
        // A text that a begun language lacks, in the language that stands in for it.
        ...(lang === reader.locale ? [] : [lang]),
      ];
      return said.length ? `${text} ${dim(`(${said.join(', ')})`)}` : text;
    },
  };
}
