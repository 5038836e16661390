import { reasonLine, type DirectoryAnswer, type DirectoryQuery, type Match, type Speaker } from '@everycontact/core';
import { listAge } from '@everycontact/directory';
import type { Command } from '../../command.js';
import { directoryIn } from '../../served-file.js';
import { print, type Terminal } from '../../terminal.js';
import { askedHelp, readAsked } from './asked.js';

export const directoryFindCommand: Command = {
  name: 'find',
  summary: 'Finds services for a need, in order and with reasons',
  help: [
    'Usage: everycontact directory find FILE --need NEED [OPTIONS]',
    '',
    'The services that fit, first to last, each with why; those not for this person, each with the one criterion that',
    'decided; and for an empty answer, which criterion keeps most out. FILE: a .services file, or a feed.',
    '',
    ...askedHelp,
    '  --limit NUMBER    how many at most; 5 by default',
    '',
    'Exit codes: 0 answered, 1 the file is broken, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { file, query, say, json } = readAsked('directory find', args, terminal);
  const directory = await directoryIn(file, terminal);
  const answer = await directory.find(query);
  print(terminal.out, json ? [JSON.stringify(answer, undefined, 2)] : answerLines(answer, query, say));
  return 0;
}

function answerLines(
  { matches, excluded, asOf, relax }: DirectoryAnswer,
  { need, at }: DirectoryQuery,
  say: Speaker,
): string[] {
  return [
    `${matches.length || 'No'} service${matches.length === 1 ? '' : 's'} for ${need}, ${listAge(asOf, at)}`,
    ...matches.flatMap((match, at) => ['', ...matchLines(match, at + 1, say)]),
    ...(relax?.reason ? ['', `${relax.would} more without this: ${reasonLine(say, relax.reason).text}`] : []),
    ...(excluded.length ? ['', 'Not for this person'] : []),
    ...excluded.map(({ service, name, by }) => `  ${name} (${service}): ${reasonLine(say, by).text}`),
  ];
}

function matchLines(match: Match, place: number, say: Speaker): string[] {
  const { service, name, organization, eligible, reasons, phone, url, address } = match;
  const contact = [address, phone, url].filter(Boolean).join(' · ');
  return [
    `${place} ${name}${organization && ` (${organization})`}`,
    `  ${eligible}: ${reasons.map((reason) => reasonLine(say, reason).text).join('; ')}`,
    ...(contact ? [`  ${contact}`] : []),
    `  ${service}`,
  ];
}
