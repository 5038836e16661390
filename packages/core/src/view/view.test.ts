import { describe, expect, it } from 'vitest';
import { begin, club, toSignposts, walk } from '../../test/a-talk.js';
import { gardening } from '../../test/sample-pack.js';
import type { Session } from '../contact/talk.js';
import type { DirectoryAnswer } from '../directory/directory.js';
import { memoryDirectory } from '../directory/memory.js';

const answering = (answer: Partial<DirectoryAnswer>) => ({
  name: 'Wexmarsh',
  find: () => Promise.resolve({ matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z', ...answer }),
});
const servicesOf = ({ view }: Session) => {
  const services = view.kind === 'signposts' ? view.groups[0]?.services : undefined;
  return typeof services === 'object' ? services : undefined;
};

describe('a notice on the screen', () => {
  it('says that it is confidential where it is, and is then not named at the end', async () => {
    const over = { context: { 'context.age': 12 } };
    const open = await walk(begin(over));
    expect('confidential' in open.view).toBe(false);
    expect((await walk(open, 'read')).view).toMatchObject({ kind: 'closed', notices: ['child'] });
    const pack = { ...gardening, flags: { child: { ...gardening.flags.child!, confidential: true as const } } };
    const secret = await walk(begin({ ...over, pack }));
    expect(secret.view).toMatchObject({ confidential: true });
    expect((await walk(secret, 'read')).view).toMatchObject({ kind: 'closed', notices: [] });
  });
});

describe('an instrument on the screen', () => {
  it('says whose it is and how far it got, the first of all being one', async () => {
    const session = await walk(begin(), ...toSignposts.slice(0, 4));
    expect(session.view).toMatchObject({
      attribution: { text: 'An invented instrument for tests.' },
      common: { progress: { at: 1, of: 3 } },
    });
    // What an answer implies is not asked.
    expect((await walk(session, 'answer:never')).view.common.progress).toEqual({ at: 3, of: 3 });
    expect((await walk(session, 'answer:no')).view.common.progress).toBeUndefined();
  });
});

describe('a number on the screen', () => {
  it('is what was entered before, for whoever goes back to it, and none before that', async () => {
    const session = await walk(begin(), 'next', 'answer:yes');
    expect('value' in session.view).toBe(false);
    expect((await walk(session, 'answer:60', 'back')).view).toMatchObject({ kind: 'number', value: 60 });
  });
});

describe('services on the screen', () => {
  it('name whom the directory asks to name, and what would bring some where there are none', async () => {
    const by = { code: 'language', truth: false, with: { language: 'pl' } } as const;
    const answer = {
      credits: ['Wexmarsh Council'],
      excluded: [{ service: 'club', name: 'Club', by }],
      relax: { code: 'language', would: 2 },
    } as const;
    const services = servicesOf(await walk(begin({ directory: answering(answer) }), ...toSignposts));
    expect(services?.credits).toEqual(['Wexmarsh Council']);
    expect(services?.relax?.text).toBe('[ui.relax] 2 [reason.language.not-met] Polish');
    expect(services?.excluded[0]?.why.text).toBe('[reason.language.not-met] Polish');
    const bare = servicesOf(await walk(begin({ directory: answering({}) }), ...toSignposts));
    expect(Object.keys(bare ?? {})).toEqual(['matches', 'excluded', 'asOf']);
  });

  it('say how far, and when it was checked, only where that is known', async () => {
    const place = { id: 'hall', latitude: 51, longitude: -1, stepFree: 'unknown' } as const;
    const far = { ...club, id: 'far', locations: [place], assuredOn: '2026-10-01' };
    const near = { latitude: 51.01, longitude: -1 };
    const directory = memoryDirectory([far, club], '2026-11-21T06:00:00.000Z');
    const session = await walk(begin({ directory, occasion: { setting: 'patient', near } }), ...toSignposts);
    expect(
      servicesOf(session)?.matches.map(({ service, distanceInWords, checkedInWords }) => [
        service,
        distanceInWords,
        checkedInWords.text,
      ]),
    ).toEqual([
      ['far', '1.1 km', '[ui.checked] 1 October 2026'],
      ['club', undefined, '[ui.checked-unknown]'],
    ]);
  });

  it('are marked each for itself: told of one is not told of all', async () => {
    const directory = memoryDirectory([club, { ...club, id: 'other' }], '2026-11-21T06:00:00.000Z');
    const session = await walk(begin({ directory }), ...toSignposts);
    const marks = () => servicesOf(session)?.matches.map(({ service, choices: [told] }) => [service, told?.on]);
    const [first] = servicesOf(session)?.matches ?? [];
    session.send(first!.choices[0]!.intent);
    expect(marks()).toEqual([
      ['club', true],
      ['other', false],
    ]);
  });

  it('say why each is there, and what to say next only after "not that one"', async () => {
    const polish = { ...club, languages: ['pl'] };
    const directory = memoryDirectory([polish], '2026-11-21T06:00:00.000Z');
    const session = await walk(begin({ directory }), ...toSignposts);
    expect(servicesOf(session)?.matches[0]?.why.map(({ text }) => text)).toContain('[reason.language.met] Polish');
    const another = () => session.view.kind === 'signposts' && session.view.groups[0]?.another?.text;
    expect(another()).toBeUndefined();
    await walk(session, 'pass');
    expect(another()).toBe('That is fine. Here is another.');
  });
});
