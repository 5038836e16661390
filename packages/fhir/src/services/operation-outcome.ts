import { isObject } from '../json.js';

/** What the server says went wrong, in an OperationOutcome. */
export function messageOf(outcome: unknown): string | undefined {
  const issues = isObject(outcome) ? outcome.issue : undefined;
  const said = (Array.isArray(issues) ? (issues as readonly unknown[]) : []).flatMap((issue): readonly string[] => {
    if (!isObject(issue)) return [];
    const details = isObject(issue.details) ? issue.details.text : undefined;
    const words = [issue.diagnostics, details, issue.code].filter((one) => typeof one === 'string' && one !== '');
    return words.slice(0, 1) as string[];
  });
  return said.length === 0 ? undefined : said.join('; ');
}
