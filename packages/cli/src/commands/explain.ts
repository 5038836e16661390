import {
  civilDay,
  evaluate,
  knownFacts,
  reasonLine,
  signpost,
  speaker,
  type Pack,
  type Reader,
} from '@everycontact/core';
import type { Command } from '../command.js';
import { contextOf, readFacts, type FactsFile } from '../facts-file.js';
import { readArgs, text } from '../options.js';
import { directoryIn } from '../served-file.js';
import { print, type Terminal } from '../terminal.js';
import { traceLines } from '../trace-lines.js';
import { wholePack } from '../packs/whole-pack.js';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Says why something is suggested, and why not',
  help: [
    'Usage: everycontact explain PACK FACTS [OPTIONS]',
    '',
    'Takes what is known from a JSON file and gives the verdict of every flag and every signposting rule, true or not,',
    'with its reasons; with a directory also why each service, and why not.',
    '',
    '  --directory FILE  local services, as for "try"',
    '',
    'FACTS: { "facts": { "answer.smoking.vba.smokes": "yes", "context.age": 41 } }; it may name "reader" and "occasion".',
    'Exit codes: 0 explained, 1 a feed or pack is broken, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArgs('explain', args, { directory: text }, 2);
  const pack = wholePack('explain', positionals[0]);
  const file = readFacts('explain', positionals[1], pack);
  const facts = knownFacts(pack, contextOf(file.facts), [], file.facts);
  const { out } = terminal;
  print(out, ['Flags', '']);
  for (const [id, { when, level }] of Object.entries(pack.flags)) {
    const trace = when && evaluate(when, facts);
    const verdict = trace ? verdictOf(trace.truth) : 'only where the worker sees it';
    print(out, [`${id} (${level}): ${verdict}`, ...(trace ? traceLines(trace) : [])]);
  }
  print(out, ['', 'Signposting', '']);
  const rules = signpost(pack, facts);
  for (const { rule, need, trace } of rules)
    print(out, [`${rule} → ${need}: ${verdictOf(trace.truth)}`, ...traceLines(trace)]);
  const needs = [...new Set(rules.flatMap(({ need, trace }) => (trace.truth === true ? [need] : [])))];
  if (!needs.length) print(out, ['', 'No rule holds: a signpost step offers what the behaviour itself leads to.']);
  if (values.directory !== undefined) await explainServices(pack, file, needs, values.directory, terminal);
  return 0;
}

const verdictOf = (truth: boolean | 'unknown') => (truth === true ? 'yes' : truth === false ? 'no' : 'not known');

async function explainServices(
  pack: Pack,
  { facts, reader: asked, occasion }: FactsFile,
  needs: readonly string[],
  file: string,
  terminal: Terminal,
): Promise<void> {
  const { out, now } = terminal;
  const directory = await directoryIn(file, terminal);
  const reader: Reader = { locale: pack.locales[0] ?? '', audience: 'worker', ...asked };
  const say = speaker(pack, reader, civilDay(now(), pack.place.timeZone));
  for (const need of needs) {
    const { matches, excluded } = await directory.find({
      need,
      facts: contextOf(facts),
      reader,
      occasion: occasion ?? { setting: 'patient' },
      at: now(),
      timeZone: pack.place.timeZone,
    });
    print(out, ['', `Services for ${need}`, '']);
    for (const match of matches)
      print(out, [
        `${match.name} (${match.eligible})`,
        ...match.reasons.map((one) => `  ${reasonLine(say, one).text}`),
      ]);
    for (const { name, by } of excluded) print(out, [`not ${name}: ${reasonLine(say, by).text}`]);
  }
}
