import { isError, type PlacedFinding } from './finding.js';

/** A finding as a line of text: file, line, what was found, what is allowed, what to write. */
export function textLines({ written, pack, code, where, message, path, ...rest }: PlacedFinding): readonly string[] {
  const at = written ? `${written.file}:${written.line}:${written.column}` : pack;
  const kind = isError(rest) ? 'error' : 'warning';
  return [`${at} ${kind} [${code}] ${where}: ${message}`, ...(path?.length ? [`    by ${path.join(' → ')}`] : [])];
}

/** Of one kind of warning no more is told line by line; errors are all told. */
const most = 10;
const mostParts = 30;

/** Findings as lines, in their order. A language that is only begun lacks hundreds of texts, and among them an error would not be seen. */
export function foldedLines(findings: readonly PlacedFinding[]): readonly string[] {
  const times = new Map<string, number>();
  const shown = findings.filter((finding) => {
    const before = times.get(finding.code) ?? 0;
    if (!isError(finding)) times.set(finding.code, before + 1);
    return isError(finding) || before < most;
  });
  const left = [...times].filter(([, number]) => number > most);
  return [
    ...shown.flatMap(textLines),
    ...left.map(([code, number]) => {
      const of = partsOf(findings.filter((finding) => finding.code === code && !isError(finding)));
      return `and ${number - most} more warnings [${code}], of ${number} in all: ${of}; --format json lists them`;
    }),
  ];
}

/** In which part how many, `texts.pl.alcohol 131`: a part that is not named is whole. */
function partsOf(findings: readonly PlacedFinding[]): string {
  const times = new Map<string, number>();
  for (const { where } of findings) {
    const part = where
      .split('.')
      .slice(0, where.startsWith('texts.') ? 3 : 2)
      .join('.');
    times.set(part, (times.get(part) ?? 0) + 1);
  }
  const all = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, number]) => `${part} ${number}`);
  return all.slice(0, mostParts).join(', ') + (all.length > mostParts ? ', …' : '');
}
