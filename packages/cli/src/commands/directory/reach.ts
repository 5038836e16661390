import type { ContextFacts, Directory, Instant, NeedId, Occasion, Pack } from '@everycontact/core';
import { listAge } from '@everycontact/directory';
import type { Command } from '../../command.js';
import { flag, instantOf, list, misuse, readArgs, text } from '../../options.js';
import { wholePack } from '../../packs/whole-pack.js';
import { directoryIn } from '../../served-file.js';
import { print, type Terminal } from '../../terminal.js';

const command = 'directory reach';

export const directoryReachCommand: Command = {
  name: 'reach',
  summary: 'Counts for each need how many services fit different people, and shows the gaps',
  help: [
    'Usage: everycontact directory reach FILE [OPTIONS]',
    '',
    'Asks the directory as the prompt would, for one kind of person after another. "2+1" means two services that fit and one',
    'that may fit, because its entry does not say. Everybody is an adult of 40 unless the column says another age,',
    'and a service for one area may fit until --area says where somebody lives.',
    '',
    '  --language TAG    somebody who speaks this language, e.g. pl; may be repeated',
    '  --area CODE       somebody who lives here: a code, or the first half of a postcode; may be repeated',
    '  --at INSTANT      when, e.g. 2026-11-23T09:30Z; now by default',
    '  --pack PACK       whose needs and time zone: "england" by default',
    '  --json            the counts as JSON',
    '',
    'FILE is a .services file, or a feed. Exit codes: 0 counted, 1 the file is broken, 2 misuse.',
  ],
  run,
};

/** One column: what is known of somebody. */
interface Person {
  readonly who: string;
  readonly facts: ContextFacts;
  readonly area?: string;
}
interface Count {
  readonly who: string;
  readonly fits: number;
  /** It says too little to tell. */
  readonly may: number;
}
interface Reach {
  readonly need: NeedId;
  readonly counts: readonly Count[];
}

const adult: ContextFacts = { 'context.age': 40 };
const everybody: readonly Person[] = [
  { who: 'adult', facts: adult },
  { who: 'aged 16', facts: { 'context.age': 16 } },
  { who: 'pregnant', facts: { ...adult, 'context.pregnant': true } },
  { who: 'woman', facts: { ...adult, 'context.gender': 'woman' } },
  { who: 'man', facts: { ...adult, 'context.gender': 'man' } },
  { who: 'if free', facts: { ...adult, 'context.mustBeFree': true } },
  { who: 'no steps', facts: { ...adult, 'context.stepFree': true } },
];

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = { language: list, area: list, at: text, pack: text, json: flag };
  const { values, positionals } = readArgs(command, args, options);
  const [file] = positionals;
  if (file === undefined) throw misuse(command, 'option-invalid', 'Expected a file with services, found nothing.');
  const pack = wholePack(command, values.pack ?? 'england');
  const at = values.at === undefined ? terminal.now() : instantOf(command, '--at', values.at);
  const people = [
    ...everybody,
    ...(values.language ?? []).map((tag) => ({
      who: `in ${languageTag(tag)}`,
      facts: { ...adult, 'context.language': tag },
    })),
    ...(values.area ?? []).map((area) => ({ who: `at ${area}`, facts: adult, area })),
  ];
  const reach = await reachOf(await directoryIn(file, terminal), people, pack, at);
  const told = { schema: 'everycontact/reach@1', at, ...reach };
  print(
    terminal.out,
    values.json ? [JSON.stringify(told, null, 2)] : [listLine(reach.asOf, at), '', ...lines(reach.needs, people)],
  );
  return 0;
}

function languageTag(written: string): string {
  if (/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written)) return written;
  throw misuse(command, 'option-invalid', `--language: expected a language such as pl, found "${written}".`);
}

/** More than any service list that is looked at by hand; a nation's is counted up to here. */
const most = 100_000;

async function reachOf(
  directory: Directory,
  people: readonly Person[],
  { needs, place: { timeZone }, locales }: Pack,
  at: string,
): Promise<{ readonly asOf?: Instant; readonly needs: readonly Reach[] }> {
  const reader = { locale: locales[0] ?? '', audience: 'worker' } as const;
  const reach: Reach[] = [];
  let list: Instant | undefined;
  for (const need of Object.keys(needs)) {
    const counts: Count[] = [];
    for (const { who, facts, area } of people) {
      const occasion: Occasion = { setting: 'patient', ...(area !== undefined && { near: { area } }) };
      const query = { need, facts, reader, occasion, at, timeZone, limit: most, excluded: 0 };
      const { matches, asOf } = await directory.find(query);
      const fits = matches.filter(({ eligible }) => eligible === 'eligible').length;
      counts.push({ who, fits, may: matches.length - fits });
      list = asOf;
    }
    reach.push({ need, counts });
  }
  return { ...(list !== undefined && { asOf: list }), needs: reach };
}

const listLine = (asOf: Instant | undefined, at: Instant): string =>
  asOf === undefined
    ? 'The pack has no need to ask for.'
    : `The list is ${listAge(asOf, at)}; "directory stale" tells which of its services are overdue.`;

const isNobody = ({ fits }: Count): boolean => fits === 0;
const hasAny = ({ counts }: Reach): boolean => counts.some(({ fits, may }) => fits + may > 0);

function lines(reach: readonly Reach[], people: readonly Person[]): readonly string[] {
  const some = reach.filter(hasAny);
  const none = reach.filter((one) => !hasAny(one));
  const first = Math.max(0, ...some.map(({ need }) => need.length)) + 2;
  const row = (name: string, cells: readonly string[]) =>
    (name.padEnd(first) + cells.map((cell, at) => cell.padEnd((people[at]?.who.length ?? 0) + 2)).join('')).trimEnd();
  const cell = ({ fits, may }: Count) => `${fits}${may ? `+${may}` : ''}`;
  const gaps = some.flatMap(({ need, counts }) => {
    const whom = counts.filter(isNobody).map(({ who, may }) => (may ? `${who} (${may} may)` : who));
    return whom.length ? [`  ${need}: ${whom.join(', ')}`] : [];
  });
  return [
    ...(some.length
      ? [
          row(
            '',
            people.map(({ who }) => who),
          ),
          ...some.map(({ need, counts }) => row(need, counts.map(cell))),
        ]
      : []),
    ...(gaps.length ? ['', 'No service is known to fit', ...gaps] : []),
    ...(none.length ? ['', `No service at all: ${none.map(({ need }) => need).join(', ')}`] : []),
  ];
}
