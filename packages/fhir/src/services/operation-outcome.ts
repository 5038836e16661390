import { isRaw } from './resource.js';

/** What the server says went wrong, in an OperationOutcome. */
export function messageOf(outcome: unknown): string | undefined {
  const issues = isRaw(outcome) ? outcome.issue : undefined;
  const said = (Array.isArray(issues) ? (issues as readonly unknown[]) : []).flatMap((issue): readonly string[] => {
    if (!isRaw(issue)) return [];
    const details = isRaw(issue.details) ? issue.details.text : undefined;
    const words = [issue.diagnostics, details, issue.code].filter((one) => typeof one === 'string' && one !== '');
    return words.slice(0, 1) as string[];
  });
  return said.length === 0 ? undefined : said.join('; ');
}
