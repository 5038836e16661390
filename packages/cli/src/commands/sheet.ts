import {
  civilDay,
  findText,
  type Instant,
  type Locale,
  type Pack,
  type Reader,
  type Script,
  type ScriptId,
  type Step,
  type Text,
} from '@everycontact/core';
import { helpLines } from '@everycontact/core/pack';
import { diagram, verifyPack } from '@everycontact/core/verify';
import type { Command } from '../command.js';
import { inOrder } from '../findings/finding.js';
import { foldedLines } from '../findings/text.js';
import { conditionWords } from '../condition-words.js';
import { oneOf } from '../one-of.js';
import { readArgs, text } from '../options.js';
import { readability } from '../readability.js';
import { changesInWords } from '../rule-changes.js';
import { cell, cutOffSection, signpostSection } from '../sheet-rules.js';
import { standingsOf } from '../standings.js';
import { print, type Terminal } from '../terminal.js';
import { changeReport } from './diff.js';
import { wholePack } from '../packs/whole-pack.js';

export const sheetCommand: Command = {
  name: 'sheet',
  summary: 'Writes a sign-off sheet for the person who approves the content',
  help: [
    'Usage: everycontact sheet PACK [OPTIONS] > sheet.md',
    '',
    'A page in Markdown: for each script its diagram, every word that is said, its sources and their standing, the',
    'flags that watch it with what raises them, the cut-offs, what leads to which help, the helplines, what',
    '"everycontact check" finds, who has approved it so far, and where to sign.',
    '',
    '  --script ID   one script, e.g. alcohol.brief; all by default',
    '  --locale TAG  a language of the pack; its first one by default',
    '  --since PACK  begins with what changed since that pack',
    '',
    'Exit codes: 0 written, 1 the pack has problems, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs('sheet', args, { script: text, locale: text, since: text }, 1);
  const pack = wholePack('sheet', positionals[0]);
  const locale = oneOf('sheet', '--locale', values.locale ?? pack.locales[0], pack.locales);
  const all = Object.keys(pack.scripts);
  const scripts = values.script === undefined ? all : [oneOf('sheet', '--script', values.script, all)];
  const since =
    values.since === undefined
      ? []
      : [
          '',
          `## What changed since ${values.since}`,
          '',
          '```text',
          ...changeReport(changesInWords(wholePack('sheet', values.since), pack)),
          '```',
        ];
  print(out, [
    `# Sign-off sheet: ${pack.id} ${pack.version}, ${locale}`,
    '',
    `Digest \`${pack.digest}\`. Written ${now().slice(0, 10)}. A signature holds for this digest alone.`,
    ...since,
    ...scripts.flatMap((id) => scriptSection(pack, id, locale)),
    ...flagSection(pack, locale),
    ...cutOffSection(pack, locale),
    ...signpostSection(pack, locale),
    ...helpSection(pack, locale),
    ...(values.script === undefined ? checkSection(pack, now()) : []),
    ...approvalSection(pack),
    ...signatures,
  ]);
  return 0;
}

function scriptSection(pack: Pack, id: ScriptId, locale: Locale): readonly string[] {
  const script = pack.scripts[id] as Script;
  const worker: Reader = { locale, audience: 'worker' };
  const say = (key: string, reader: Reader = worker) => findText(pack, reader, key).text;
  const readers: readonly Reader[] = [
    ...pack.audiences.map((audience) => ({ locale, audience })),
    ...pack.variants.map((variant) => ({ locale, audience: 'worker' as const, variant })),
  ];
  const rows = Object.entries(script.steps).flatMap(([name, step]) =>
    wordsOf(step).map(([part, key]) => {
      const heard = [...new Set(readers.map((reader) => say(key, reader)))].map(cell).join(' <br> ');
      const { about = [], ...source } = findText(pack, worker, key).source;
      return `| ${name} | ${part} | ${heard} | ${about.join(', ')} | ${standingOf(source)} |`;
    }),
  );
  const sources = [
    ...new Set(Object.values(script.steps).flatMap((step) => (step.kind === 'advise' ? step.source : []))),
  ];
  return [
    '',
    `## ${id}`,
    '',
    '```mermaid',
    diagram(pack, id, worker),
    '```',
    '',
    '| Step | Part | Words (worker, person, variants) | About | Standing |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Advice rests on:',
    '',
    ...sources.map((source) => sourceLine(pack, source)),
  ];
}

/** `verified: General practitioner (clinical-safety, 2026-12-01)`: who answers for this very text. */
const standingOf = ({ standing, approvals = [] }: Pick<Text, 'standing' | 'approvals'>): string =>
  [standing, approvals.map(({ role, kind, on }) => `${cell(role)} (${kind}, ${on})`).join(', ')]
    .filter(Boolean)
    .join(': ');

function sourceLine({ sources }: Pack, id: string): string {
  const source = sources[id];
  if (!source) return `- ${id}`;
  const { title, publisher, url, standing, checkedOn, reviewBy, needsPrimaryCheck } = source;
  const open = needsPrimaryCheck ? '; open the primary document' : '';
  return `- ${cell(title)}, ${cell(publisher)}, <${url}>: ${standing}, checked ${checkedOn}, review by ${reviewBy}${open}`;
}

function wordsOf(step: Step): readonly (readonly [string, string])[] {
  const options =
    step.kind === 'ask' && step.answer.type === 'choice'
      ? step.answer.options.map(({ text: key }) => ['answer', key] as const)
      : [];
  return [
    ...(step.say === undefined ? [] : [['say', step.say] as const]),
    ...(step.prompt === undefined ? [] : [['prompt', step.prompt] as const]),
    ...options,
  ];
}

function flagSection(pack: Pack, locale: Locale): readonly string[] {
  const rows = Object.entries(pack.flags).map(([id, flag]) => {
    const reader: Reader = { locale, audience: 'worker' };
    const words = 'notice' in flag ? findText(pack, reader, flag.notice).text : 'opens urgent help';
    const how = [
      ...(flag.when ? [cell(conditionWords(pack, reader, flag.when))] : []),
      ...(flag.observable ? [`seen: “${cell(findText(pack, reader, flag.observable.label).text)}”`] : []),
    ].join(' <br> ');
    const of = 'behaviours' in flag ? flag.behaviours.join(', ') : 'all';
    return `| ${id} | ${flag.level} | ${of} | ${how} | ${cell(words)} | ${(flag.forbids ?? []).join(', ')} |`;
  });
  return [
    '',
    '## Flags',
    '',
    '| Flag | Level | Topics | Raised by | Words | Forbids |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
}

function helpSection(pack: Pack, locale: Locale): readonly string[] {
  const rows = helpLines(pack).map(({ where, need, line }) => {
    const { name, phone, sms, url, standing, checkedOn, reviewBy } = line;
    const of = need ?? (line === pack.safeguarding ? where : 'urgent');
    const reach = [phone, sms, url].filter((way) => way !== undefined).join(', ');
    return `| ${of} | ${cell(findText(pack, { locale, audience: 'worker' }, name).text)} | ${reach} | ${standing} | ${checkedOn} | ${reviewBy} |`;
  });
  return [
    '',
    '## Helplines',
    '',
    '| For | Name | Reach | Standing | Checked | Review by |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
}

/** What the check finds in the whole pack, so that nobody signs what it warns of without having read it. */
function checkSection(pack: Pack, at: Instant): readonly string[] {
  const { findings } = verifyPack(pack, civilDay(at, pack.place.timeZone), { readability });
  const lines = foldedLines(inOrder(findings.map((finding) => ({ ...finding, pack: pack.id }))));
  const found = lines.length ? lines.map((line) => `- ${cell(line.trim())}`) : ['Nothing.'];
  return ['', '## Found by the check', '', ...found];
}

/** Who has approved what is in the pack, and of how many parts nobody has. */
function approvalSection(pack: Pack): readonly string[] {
  const texts = Object.values(pack.texts).flatMap((all) => Object.values(all));
  const parts = [...standingsOf(pack).filter(({ where }) => !where.startsWith('texts.')), ...texts];
  const approved = new Map<string, number>();
  for (const { kind, role, on } of parts.flatMap(({ approvals = [] }) => approvals)) {
    const row = `| ${kind} | ${cell(role)} | ${on} |`;
    approved.set(row, (approved.get(row) ?? 0) + 1);
  }
  const drafts = parts.filter(({ standing }) => standing === 'draft').length;
  return [
    '',
    '## Approved so far',
    '',
    `Of ${parts.length} texts, numbers, helplines, sources and instruments ${drafts} are drafts.`,
    ...(approved.size ? ['', '| Kind of review | Role | Date | Parts |', '|---|---|---|---|'] : []),
    ...[...approved].map(([row, count]) => `${row} ${count} |`),
  ];
}

const signatures = [
  '',
  '## Signed',
  '',
  '| Kind of review | Role | Date | Signature |',
  '|---|---|---|---|',
  ...['clinical safety', 'native speaker', 'lived experience', 'local owner'].map((kind) => `| ${kind} | | | |`),
];
