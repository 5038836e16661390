import { differences, type Difference } from '@everycontact/core/adapt';
import type { Command } from '../command.js';
import { flag, misuse, readArgs } from '../options.js';
import { count, print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';
import { changesInWords } from '../rule-changes.js';

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Reports what changed between two packs, in plain words',
  help: [
    'Usage: everycontact diff OLD NEW [--json]',
    '',
    'OLD and NEW are shipped packs, folders or JSON files. What touches safety comes first.',
    '',
    'Exit codes: 0 nothing changed, 1 something did, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out }: Terminal): number {
  const { values, positionals } = readArgs('diff', args, { json: flag });
  const [older, newer, ...rest] = positionals;
  if (newer === undefined || rest.length)
    throw misuse('diff', 'option-invalid', `Expected two packs, found ${positionals.length}.`);
  const [base, local] = [wholePack('diff', older), wholePack('diff', newer)] as const;
  const found = values.json ? differences(base, local) : changesInWords(base, local);
  print(out, values.json ? [JSON.stringify(found, null, 2)] : changeReport(found));
  return found.length ? 1 : 0;
}

const chapters: readonly (readonly [string, RegExp])[] = [
  [
    'Safety: flags, urgent help, instruments and measures',
    /^(flags|urgentHelp|helpAtHand|safeguarding|instruments|measures)\b/,
  ],
  ['Numbers and helplines', /^(place|needs)\b/],
  ['Scripts and rules', /^(scripts|signposting|behaviours|context|locales|audiences|variants)\b/],
  ['Words', /^texts\b/],
  ['Sources', /^sources\b/],
];

/** What changed, chapter by chapter. */
export function changeReport(found: readonly Difference[]): readonly string[] {
  if (!found.length) return ['Nothing changed.'];
  const lines = chapters.flatMap(([title, belongs]) => {
    const own = found.filter(({ where }) => belongs.test(where));
    return own.length ? ['', `${title} (${own.length})`, ...together(own).flatMap(entryLines)] : [];
  });
  return [count(found.length, 'change'), ...lines];
}

const standing = /^(.+)\.(standing|checkedOn|reviewBy|approvals)$/;
const mostNamed = 20;

/** One signature approves hundreds of parts: it is told once, after what was changed in them. */
function together(found: readonly Difference[]): readonly Difference[] {
  const changed = found.filter(({ where }) => !standing.test(where));
  const alike = new Map<string, Difference[]>();
  for (const one of found.filter(({ where }) => standing.test(where))) {
    const key = JSON.stringify([standing.exec(one.where)?.[2], one.base, one.local]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...changed, ...[...alike.values()].map(asOne)];
}

function asOne(alike: readonly Difference[]): Difference {
  const [first] = alike as readonly [Difference];
  if (alike.length === 1) return first;
  const field = standing.exec(first.where)?.[2] ?? '';
  const parts = alike.map(({ where }) => where.slice(0, -field.length - 1));
  const more = parts.length > mostNamed ? [`${parts.length - mostNamed} more`] : [];
  return {
    ...first,
    where: `${field} of ${parts.length} parts: ${[...parts.slice(0, mostNamed), ...more].join(', ')}`,
  };
}

function entryLines({ where, base, local }: Difference): readonly string[] {
  if (base === undefined) return [`  new      ${where}`, `           ${local ?? ''}`];
  if (local === undefined) return [`  gone     ${where}`, `           ${base}`];
  return [`  changed  ${where}`, `      was  ${base}`, `       is  ${local}`];
}
