import { listAge, overdueByResponsible, readOverlay, type Overdue } from '@everycontact/directory';
import type { Command } from '../../command.js';
import { isError } from '../../findings/finding.js';
import { textLines } from '../../findings/text.js';
import { bytesIn } from '../../given-file.js';
import { dayOf, flag, misuse, readArgs, text } from '../../options.js';
import { servedFile } from '../../served-file.js';
import { count, print, type Terminal } from '../../terminal.js';

const command = 'directory stale';

export const directoryStaleCommand: Command = {
  name: 'stale',
  summary: 'Lists what is overdue for a check, by who is responsible',
  help: [
    'Usage: everycontact directory stale FILE [OPTIONS]',
    '',
    '  --overlay FILE   what the local team says about these services',
    '  --at DAY         judges as of that day; today by default',
    '  --json           prints the list as JSON',
    '',
    'FILE is a .services file, which knows the overlay it was made with, or a feed. A service is overdue twelve months',
    'after it was assured, an entry of an overlay 180 days after it was checked.',
    '',
    'Exit codes: 0 nothing is overdue, 1 something is, 2 misuse.',
  ],
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err, now } = terminal;
  const { values, positionals } = readArgs(command, args, { overlay: text, at: text, json: flag });
  const [feed] = positionals;
  if (feed === undefined) throw misuse(command, 'option-invalid', 'Expected a file with services, found nothing.');
  const today = values.at === undefined ? now().slice(0, 10) : dayOf(command, '--at', values.at);
  const { overlay, problems = [] } = values.overlay ? readOverlay(bytesIn(values.overlay), { today }) : {};
  const broken = problems.filter(isError);
  if (broken.length > 0)
    print(
      err,
      broken.flatMap((finding) => textLines({ ...finding, pack: values.overlay ?? '' })),
    );
  const { services, asOf } = await servedFile(feed, terminal);
  const groups = overdueByResponsible(services, overlay, { today });
  const lines = groups.flatMap(({ responsible, overdue }) => [
    `${responsible || 'Nobody is named'}: ${overdue.length} overdue`,
    ...overdue.map(line),
  ]);
  const list = `${count(services.length, 'service')}, ${listAge(asOf, `${today}T00:00:00.000Z`)}`;
  const all = lines.length > 0 ? [list, '', ...lines] : [`${list}. Nothing is overdue.`];
  print(out, values.json ? [JSON.stringify(groups, null, 2)] : all);
  return groups.length + broken.length > 0 ? 1 : 0;
}

function line({ service, name, what, checkedOn, since }: Overdue): string {
  const of = what === 'overlay' ? 'what the overlay says of it was last checked' : 'last assured';
  const told = checkedOn === undefined ? 'never assured' : `${of} ${checkedOn}`;
  return `  ${since === undefined ? '' : `since ${since} `}"${name}" (${service}): ${told}`;
}
