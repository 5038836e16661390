import { policy as defaultPolicy } from '@everycontact/content/policies/default';
import { EveryContactError, type Finding } from '@everycontact/core';
import {
  decide,
  emptyHistory,
  readHistory,
  readPolicy,
  type Decision,
  type History,
  type Policy,
} from '@everycontact/core/prompting';
import type { Command } from '../command.js';
import { contextOf, readFacts } from '../facts-file.js';
import { jsonIn } from '../given-file.js';
import { flag, instantOf, readArgs, text } from '../options.js';
import { print, type Terminal } from '../terminal.js';
import { traceLines } from '../trace-lines.js';
import { wholePack } from '../packs/whole-pack.js';

export const decideCommand: Command = {
  name: 'decide',
  summary: 'Says which prompts may be shown now, and why the others may not',
  help: [
    'Usage: everycontact decide PACK FACTS [OPTIONS]',
    '',
    '  --history FILE  what was shown to this person before (everycontact/history@1); nothing by default',
    '  --policy FILE   the limits (everycontact/policy@1); the shipped one by default',
    '  --preview       drafts may be shown',
    '  --at INSTANT    now, e.g. 2026-11-22T09:30:00Z; the clock by default',
    '  --json          prints the decisions as JSON',
    '',
    'FACTS: { "facts": { "context.age": 41, "context.eatingDisorder": true } }; what the pack or the policy reads.',
    'Exit codes: 0 decided, 1 a file is broken, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs(
    'decide',
    args,
    {
      history: text,
      policy: text,
      at: text,
      json: flag,
      preview: flag,
    },
    2,
  );
  const pack = wholePack('decide', positionals[0]);
  const limits = values.policy === undefined ? defaultPolicy : policyIn(values.policy);
  const { facts } = readFacts('decide', positionals[1], pack, limits);
  const at = values.at === undefined ? now() : instantOf('decide', '--at', values.at);
  const policy = values.preview ? { ...limits, preview: true } : limits;
  const history = values.history === undefined ? emptyHistory : historyIn(values.history);
  const decisions = decide(pack, policy, history, contextOf(facts), at);
  print(out, values.json ? [JSON.stringify(decisions, null, 2)] : decisions.flatMap(linesOf));
  return 0;
}

function policyIn(file: string): Policy {
  const { policy, problems } = readPolicy(jsonIn('decide', file, 'a policy'));
  return policy ?? broken(file, problems);
}

function historyIn(file: string): History {
  const { history, problems } = readHistory(jsonIn('decide', file, 'a history'));
  return history ?? broken(file, problems);
}

function broken(file: string, problems: readonly Finding[]): never {
  const said = problems.map(({ where, message }) => `${where}: ${message}`).join('; ');
  throw new EveryContactError('content-broken', file, `${file}: ${said}.`);
}

function linesOf({ script, show, mayOpen, because }: Decision): readonly string[] {
  const verdict = show ? 'may be shown' : mayOpen ? 'not shown; may be opened' : 'not now';
  const against = because.filter(({ allows }) => allows === false);
  return [
    `${script}: ${verdict}`,
    ...against.flatMap(({ rule, trace, until }) => [
      `  ${rule} stands against it${until === undefined ? '' : `, until ${until}`}`,
      ...(trace ? traceLines(trace, '    ') : []),
    ]),
  ];
}
