import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { speaker, type ContactRecord, type Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { choiceFor, walkExample, type Example } from '@everycontact/core/testing';
import { draw } from '../src/face/draw.js';
import { openPen } from '../src/face/pen.js';
import { main } from '../src/main.js';
import { typed } from './streams.js';

const packs: readonly Pack[] = Object.values(content);
/** Every walk in the first language of its pack, and every fifth in the others: what differs are the words. */
const walks = packs.flatMap((pack) =>
  pack.locales.flatMap((locale, language) =>
    examples[pack.id as keyof typeof examples]
      .filter((_, index) => language === 0 || index % 5 === 0)
      .map((example: Example) => ({ pack, locale, example, id: example.id })),
  ),
);

/** The lines somebody types to make the moves of an example, read off the screens they see. */
async function keysFor(pack: Pack, example: Example, locale: string) {
  const keys: string[] = [];
  const session = await walkExample(
    pack,
    example,
    locale,
    memoryDirectory([], '2026-11-22T09:00:00.000Z'),
    (at, move) => {
      const { choices } = draw(at.view, openPen(speaker(pack, at.state.reader, at.state.today), false));
      const { intent } = choiceFor(at.view, move);
      if (at.view.kind === 'number' && intent.type === 'answered') return void keys.push(String(intent.value));
      const key = [...choices].find(([, choice]) => JSON.stringify(choice.intent) === JSON.stringify(intent));
      keys.push(key?.[0] ?? `no key for ${move}`);
    },
  );
  return { keys, record: toContactRecord(session.log) };
}

function argsFor(pack: Pack, { script, audience, variant, occasion, context = {} }: Example, locale: string): string[] {
  const { behaviour = '', method = '' } = pack.scripts[script] ?? {};
  return [
    ...[
      'try',
      pack.id,
      behaviour,
      '--method',
      method,
      '--locale',
      locale,
      '--audience',
      audience,
      '--setting',
      occasion.setting,
    ],
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...(occasion.mayRefer ? ['--may-refer'] : []),
    ...(occasion.registered ? ['--registered'] : []),
    ...(occasion.interpreter ? ['--interpreter', occasion.interpreter] : []),
    ...Object.entries(context).flatMap(([name, value]) => [
      '--context',
      `${name.replace('context.', '')}=${String(value)}`,
    ]),
  ];
}

/** Without what differs from one contact to the next. */
const lasting = ({ contactId: _, recordId: __, startedAt: ___, endedAt: ____, ...rest }: ContactRecord) => rest;
const json = (text: string) => JSON.parse(text) as ContactRecord;

describe('a named example typed into the terminal', () => {
  it.each(walks)('gives the record of $pack.id $id in $locale', async ({ pack, locale, example }) => {
    const { keys, record } = await keysFor(pack, example, locale);
    const terminal = typed(keys);
    const code = await main([...argsFor(pack, example, locale), '--json'], terminal);
    expect(code).toBe(0);
    if (example.occasion.setting === 'staff') expect(terminal.printed.out).toBe('');
    else {
      expect(lasting(json(terminal.printed.out))).toEqual(lasting(record));
      expect(json(terminal.printed.out).outcome).toBe(example.expect.outcome);
    }
  });

  it.each(walks.filter(({ locale }) => locale === 'en-GB'))(
    'gives the same for $id walked with --moves',
    async ({ pack, locale, example }) => {
      const terminal = typed();
      await main([...argsFor(pack, example, locale), '--json', '--moves', example.moves.join(',')], terminal);
      const { out } = terminal.printed;
      if (example.occasion.setting === 'staff') expect(out).toBe('');
      else expect(json(out).outcome).toBe(example.expect.outcome);
    },
  );
});

describe('what is printed', () => {
  const england = ['try', 'england', 'smoking', '--method', 'vba'];

  it('shows the banner, the words to say in quotes, urgent help as u, and at the end the record', async () => {
    const terminal = typed(['4', '1']);
    await main(england, terminal);
    const { out } = terminal.printed;
    expect(out).toMatch(/^Preview: /);
    expect(out).toContain('“Do you smoke at all?”');
    expect(out).toContain('[u] Urgent help');
    expect(out).toMatch(/Record\n {2}Outcome {5}not-relevant/);
  });

  it.each([
    ['worker', 'Ask a colleague to help.', 'You can ask someone to stay with you while you call.'],
    ['person', 'You can ask someone to stay with you while you call.', 'Ask a colleague to help.'],
  ])('tells a %s in urgent help what to do, in words for them', async (audience, told, notTold) => {
    const terminal = typed();
    await main([...england, '--audience', audience, '--moves', 'help'], terminal);
    expect(terminal.printed.out).toContain(told);
    expect(terminal.printed.out).not.toContain(notTold);
  });

  it('leaves the talk out of the output with --json', async () => {
    const terminal = typed(['4', '1']);
    await main([...england, '--json'], terminal);
    expect(json(terminal.printed.out).outcome).toBe('not-relevant');
    expect(terminal.printed.err).toContain('Do you smoke at all?');
  });

  it('says without --directory that there are no local services, and shows the national line', async () => {
    const terminal = typed();
    await main([...england, '--moves', 'answer:yes,next'], terminal);
    expect(terminal.printed.err).toContain('No local services');
    expect(terminal.printed.out).toContain('0300 123 1044');
  });

  it('prints no record of staff, and says so', async () => {
    const terminal = typed(['4', '1']);
    expect(await main([...england, '--setting', 'staff'], terminal)).toBe(0);
    expect(terminal.printed.out).toContain('there is no record to print');
    expect(terminal.printed.out).not.toContain('Outcome');
    const quiet = typed(['4', '1']);
    await main([...england, '--setting', 'staff', '--json'], quiet);
    expect(quiet.printed.out).toBe('');
  });

  it('asks again after a line that is no choice', async () => {
    const terminal = typed(['', 'x', '99', '4', '1']);
    await main(england, terminal);
    expect(terminal.printed.out.match(/No choice/g)).toHaveLength(3);
    expect(terminal.printed.out).toContain('not-relevant');
  });
});

describe('a place without a behaviour', () => {
  const records = (text: string) => JSON.parse(text) as readonly ContactRecord[];

  it('begins with the agenda, and prints a record for each topic, under one contact', async () => {
    const terminal = typed();
    const moves = ['topic:smoking.vba', 'answer:never', 'done', 'stop', 'done'];
    expect(await main(['try', 'england', '--json', '--moves', moves.join(',')], terminal)).toBe(0);
    expect(records(terminal.printed.out).map(({ behaviour, outcome }) => [behaviour, outcome])).toEqual([
      ['smoking', 'not-relevant'],
    ]);
    expect(terminal.printed.err).toContain('Is there one you would like to start with?');
  });

  it('ends every topic and the agenda where the input ends', async () => {
    const terminal = typed(['1']);
    expect(await main(['try', 'england', '--json'], terminal)).toBe(0);
    expect(records(terminal.printed.out).map(({ outcome }) => outcome)).toEqual(['stopped']);
  });
});

describe('the end of the input', () => {
  const end = async (...lines: string[]) => {
    const terminal = typed(lines);
    const code = await main(['try', 'england', 'smoking', '--json'], terminal);
    return { code, outcome: json(terminal.printed.out).outcome };
  };

  it('stops the contact wherever it stands', async () => {
    for (const lines of [[], ['1'], ['1', '1'], ['u'], ['h'], ['1', 't3']])
      expect(await end(...lines), lines.join(' ')).toEqual({ code: 0, outcome: 'stopped' });
  });

  it('takes an ending that waits for its undo as it is', async () => {
    expect(await end('d')).toEqual({ code: 0, outcome: 'declined' });
  });
});

describe('a directory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const feed = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const walk = async (file: string) => {
    const terminal = typed();
    const args = [
      'try',
      'england',
      'smoking',
      '--directory',
      file,
      '--as-of',
      '2026-11-22',
      '--moves',
      'answer:yes,next,told',
    ];
    return { code: await main(args, terminal), ...terminal.printed };
  };
  const service = {
    id: 'a',
    name: 'Wexmarsh Stop Smoking Service',
    status: 'active',
    description: 'Help to stop smoking',
  };

  it('may be a services file, as an import has made it', async () => {
    const file = join(folder, 'wexmarsh.services');
    await main(['directory', 'import', feed('ours.json', JSON.stringify([service])), '--out', file], typed());
    const { code, out } = await walk(file);
    expect([code, out.includes('Wexmarsh Stop Smoking Service')]).toEqual([0, true]);
  });

  it('brings its services onto the screen and its report to stderr', async () => {
    const { code, out, err } = await walk(feed('good.json', JSON.stringify([service])));
    expect([code, out.includes('Wexmarsh Stop Smoking Service')]).toEqual([0, true]);
    expect(err).toContain('1 read, 1 kept, 0 merged, 0 dropped');
  });

  it('counts as findings where records are dropped', async () => {
    const { code, err } = await walk(feed('nameless.json', JSON.stringify([service, { id: 'b', status: 'active' }])));
    expect([code, err.includes('1 dropped')]).toEqual([1, true]);
  });

  it('that cannot be read ends no contact: the national line is shown', async () => {
    const { code, out, err } = await walk(feed('page.html', '<!doctype html><p>Not found</p>'));
    expect([code, out.includes('0300 123 1044')]).toEqual([1, true]);
    expect(err).toMatch(/^\[everycontact\/feed-/);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('misuse', () => {
  it.each([
    ['no place', [], 'Expected'],
    ['an unknown place', ['atlantis', 'smoking'], '"denmark", "england"'],
    ['an unknown behaviour', ['england', 'knitting'], 'expected one of "alcohol", "diet"'],
    ['an unknown method', ['england', 'smoking', '--method', 'long'], 'expected one of "vba"'],
    ['an unknown language', ['england', 'smoking', '--locale', 'da-DK'], 'Expected one of "en-GB"'],
    ['an unknown setting', ['england', 'smoking', '--setting', 'home'], '"patient", "public", "staff"'],
    ['an unknown variant', ['england', 'smoking', '--variant', 'sailors'], 'expected one of "men"'],
    ['a context without a value', ['england', 'smoking', '--context', 'age'], 'expected NAME=VALUE'],
    ['an unknown context fact', ['england', 'smoking', '--context', 'shoe=44'], 'context.age'],
    ['a context value out of range', ['england', 'smoking', '--context', 'age=410'], 'a number from 0 to 120'],
    ['an unknown option', ['england', 'smoking', '--loud'], '--loud'],
    ['too many words', ['england', 'smoking', 'now'], 'found also "now"'],
    ['a wrong day', ['england', 'smoking', '--as-of', 'yesterday'], 'expected a day'],
    ['a file that is not there', ['england', 'smoking', '--directory', '/nowhere/feed.json'], 'no such file'],
    [
      'a move that is not offered',
      ['england', 'smoking', '--moves', 'told'],
      '"answer:rather-not-say" (I would rather not say)',
    ],
  ])('answers %s with what there is, on stderr, and 2', async (_, args, words) => {
    const terminal = typed();
    expect(await main(['try', ...args], terminal)).toBe(2);
    expect(terminal.printed.err).toContain(words);
    expect(terminal.printed.err).toContain('[everycontact/');
    expect(terminal.printed.err).not.toMatch(/\n\s+at /);
  });
});
