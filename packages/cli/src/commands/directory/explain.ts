import { reasonLine } from '@everycontact/core';
import { questionOf, verdictsOn } from '@everycontact/core/directory';
import type { Command } from '../../command.js';
import { misuse } from '../../options.js';
import { serviceIn } from '../../served-file.js';
import { print, type Terminal } from '../../terminal.js';
import { askedHelp, readAsked } from './asked.js';

const command = 'directory explain';

export const directoryExplainCommand: Command = {
  name: 'explain',
  summary: 'Says of one service which criteria are met for a question, and which not',
  help: [
    'Usage: everycontact directory explain FILE ID --need NEED [OPTIONS]',
    '',
    'Every criterion of one service for this question: met, not met, unknown, or not asked where it has nothing to say.',
    '',
    ...askedHelp,
    '',
    'Exit codes: 0 explained, 1 the file is broken, 2 misuse.',
  ],
  run,
};

const verdicts = { true: 'met', false: 'not met', unknown: 'unknown', 'not-asked': 'not asked' } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { file, rest, query, say, json } = readAsked(command, args, terminal);
  const [id] = rest;
  if (id === undefined) throw misuse(command, 'option-invalid', 'Expected the id of a service, found nothing.');
  const service = await serviceIn(file, id, terminal);
  if (!service)
    throw misuse(
      command,
      'option-invalid',
      `Expected the id of a service in "${file}", found "${id}". "directory find" shows them.`,
    );
  const found = verdictsOn(service, questionOf(query));
  const serves = service.needs.some(({ need }) => need === query.need);
  const failed = found.some(({ truth }) => truth === false);
  const open = found.some(({ truth, ranked }) => truth === 'unknown' && !ranked);
  const outcome = !serves || failed ? 'not eligible' : open ? 'possible' : 'eligible';
  if (json) {
    print(terminal.out, [JSON.stringify({ service: id, outcome, serves, criteria: found }, undefined, 2)]);
    return 0;
  }
  print(terminal.out, [
    `${service.name} (${service.organization.name}): ${outcome}`,
    '',
    line('need', serves ? 'met' : 'not met', query.need),
    ...found.map(({ code, truth, with: values }) =>
      line(
        code,
        verdicts[`${truth}`],
        truth === 'not-asked' ? '' : reasonLine(say, { code, truth, ...(values && { with: values }) }).text,
      ),
    ),
  ]);
  return 0;
}

const line = (code: string, verdict: string, words: string) =>
  `  ${code.padEnd(12)}${verdict.padEnd(11)}${words}`.trimEnd();
