import { isError, type PlacedFinding } from './finding.js';

/** A finding as a line of text: file, line, what was found, what is allowed, what to write. */
export function textLines({ written, pack, code, where, message, path, ...rest }: PlacedFinding): readonly string[] {
  const at = written ? `${written.file}:${written.line}:${written.column}` : pack;
  const kind = isError(rest) ? 'error' : 'warning';
  return [`${at} ${kind} [${code}] ${where}: ${message}`, ...(path?.length ? [`    by ${path.join(' → ')}`] : [])];
}
