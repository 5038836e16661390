/** What the first line of a table tells: the sign that parts its cells, and how its lines end; an old Mac writes no line feed at all. */
export interface Header {
  readonly line: string;
  readonly delimiter: string;
  readonly breaks: readonly string[];
}

/** Comma, semicolon or tab, whichever the first line holds most outside quotes. */
export function headerOf(text: string): Header {
  const line = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  const delimiter = [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
  return { line, delimiter, breaks: text.includes('\n') ? ['\r\n', '\n'] : ['\r'] };
}

/** The values of a cell that holds several, parted by `;`, `,` or `|`. */
export const valuesIn = (cell: string): readonly string[] =>
  cell
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** A cell without the mark that keeps a text from being taken for a formula. */
export const withoutMark = (cell: string): string => (/^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);
