import { describe, expect, it, vi } from 'vitest';
import { begin, club, outcome, place, toSignposts, walk } from '../../test/a-talk.js';
import { gardening } from '../../test/sample-pack.js';
import type { Directory } from '../directory/directory.js';
import { memoryDirectory } from '../directory/memory.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Flag, HelpLine, Pack, Step } from '../pack/pack.js';
import type { Occasion } from '../pack/reader.js';
import { toContactRecord } from '../record/contact-record.js';
import type { SessionEvent } from '../session/event.js';
import { choiceFor, choicesOf, found } from '../testing.js';
import { aService } from '../testing/directory-contract.js';
import { advance } from './advance.js';
import { replay } from './replay.js';
import { resumeSession } from './resume.js';
import { createSession } from './session.js';
import type { Session } from './talk.js';

describe('a contact', () => {
  it('goes from permission through questions and advice to a service, and is told', async () => {
    const session = await walk(begin(), ...toSignposts, 'told', 'next');
    expect(outcome(session)).toBe('told');
  });

  it('offers the need of the behaviour where no rule is known true, and asks the directory for it', async () => {
    const behaviours = { gardening: { ...gardening.behaviours.gardening!, need: 'club' } };
    const { view } = await walk(begin({ pack: { ...gardening, signposting: [], behaviours } }), ...toSignposts);
    const groups = view.kind === 'signposts' ? view.groups : [];
    expect(groups.map(({ need, services }) => [need, typeof services])).toEqual([['club', 'object']]);
  });

  it('lets the strongest way of handing over name the outcome', async () => {
    const session = await walk(
      begin({ occasion: { setting: 'patient', mayRefer: true } }),
      ...toSignposts,
      'told',
      'referred',
      'next',
    );
    expect(outcome(session)).toBe('referred');
  });

  it('offers to refer only where the host says the worker may', async () => {
    const session = await walk(begin(), ...toSignposts);
    expect(() => choiceFor(session.view, 'referred')).toThrow('move-not-offered');
  });

  it('answers a move that is not offered with the words that are, in a question and among services', async () => {
    for (const moves of [['next'], toSignposts, ['help']]) {
      const { view } = await walk(begin(), ...moves);
      const told = (() => {
        try {
          return choiceFor(view, 'hop').label;
        } catch (error) {
          return String(error);
        }
      })();
      const words = [...told.matchAll(/"([^"]+)" \(/g)].map(([, word]) => word!);
      expect(words.length).toBeGreaterThan(2);
      for (const word of words) expect(() => choiceFor(view, word), word).not.toThrow();
    }
  });

  it('takes a mark away when it is pressed again', async () => {
    const session = await walk(begin(), ...toSignposts, 'told', 'told', 'next');
    expect(outcome(session)).toBe('advised');
  });

  it('gives the next service, and something to say, after "not that one"', async () => {
    const second = aService({ id: 'second', needs: [{ need: 'club', how: 'side' }] });
    const session = await walk(
      begin({ directory: memoryDirectory([club, second], '2026-11-21T06:00:00.000Z') }),
      ...toSignposts,
      'pass',
    );
    const group = session.view.kind === 'signposts' ? session.view.groups[0] : undefined;
    expect(typeof group?.services === 'object' && group.services.matches.map(({ service }) => service)).toEqual([
      'second',
      'club',
    ]);
    expect(group?.another?.text).toBe('That is fine. Here is another.');
  });

  it('ends in one step when it is declined, anywhere', async () => {
    expect(outcome(await walk(begin(), 'decline'))).toBe('declined');
    expect(outcome(await walk(begin(), 'next', 'answer:yes', 'decline'))).toBe('declined');
    expect(outcome(await walk(begin(), ...toSignposts, 'not-now'))).toBe('not-now');
  });

  it('records "not private" as not now, and why is recorded nowhere', async () => {
    const session = await walk(begin(), 'next', 'not-private', 'done');
    expect(toContactRecord(session.log).outcome).toBe('not-now');
    expect(JSON.stringify(toContactRecord(session.log))).not.toContain('private');
  });

  it('names the algorithm of a score beside its number', async () => {
    const moves = ['next', 'answer:yes', 'answer:60', 'skip', 'answer:never', 'answer:no'];
    const { view, log } = await walk(begin(), ...moves);
    expect(view.kind === 'statement' ? view.results.map(({ of, algorithm }) => [of, algorithm]) : view.kind).toEqual([
      ['score.digging', 'sum'],
      ['score.digging-long', 'sum'],
      ['measure.activityMinutes', 'activityMinutes'],
    ]);
    expect(toContactRecord(log).results.map(({ algorithm }) => algorithm)).toContain('activityMinutes');
  });

  it('leaves a sensitive behaviour labelled in its record', async () => {
    const behaviours = { gardening: { ...gardening.behaviours.gardening!, sensitive: true } } as const;
    const plain = await walk(begin(), 'decline', 'done');
    const labelled = await walk(begin({ pack: { ...gardening, behaviours } }), 'decline', 'done');
    expect([plain, labelled].map(({ log }) => toContactRecord(log).sensitive)).toEqual([false, true]);
  });

  it('can take an ending back until it is settled, and not after', async () => {
    const session = await walk(begin(), 'next', 'decline', 'undo');
    expect(place(session)).toBe('gardens');
    await walk(session, 'decline', 'done');
    expect(session.view.common.back).toBeUndefined();
  });

  it('says no twice on no screen: where permission is asked for, the no beside the yes is how it is declined', async () => {
    const session = begin();
    const asks = choicesOf(session.view).filter(({ intent }) => intent.type === 'ended' && intent.as === 'declined');
    expect(asks.map(({ label }) => label)).toEqual(['[ui.no]']);
    await walk(session, 'next');
    expect(session.view.common.decline?.label).toBe('[ui.decline]');
  });

  it('says of a number what may be entered, and speaks of steps only where they are not of one', async () => {
    const answer = { type: 'number', unit: 'unit.minutes', min: 0, max: 10 } as const;
    const rangeBy = async (by: number) => {
      const { steps } = gardening.scripts['gardening.brief']!;
      const minutes = { ...steps['minutes'], answer: { ...answer, by } } as Step;
      const script = { ...gardening.scripts['gardening.brief']!, steps: { ...steps, minutes } };
      const pack = { ...gardening, scripts: { ...gardening.scripts, 'gardening.brief': script } };
      const { view } = await walk(begin({ pack }), 'next', 'answer:yes');
      return view.kind === 'number' ? view.range : view.kind;
    };
    expect([await rangeBy(1), await rangeBy(5)]).toEqual(['[ui.number-range-whole] 0 10', '[ui.number-range] 0 10 5']);
  });

  describe('with several needs on a screen', () => {
    const [shared] = gardening.needs['club']!.national;
    const [own] = gardening.needs['young']!.national;
    const nationalUnder = async (...lines: readonly (readonly (typeof shared)[])[]) => {
      const needs = Object.fromEntries(
        lines.map((national, at) => [`need-${at}`, { ...gardening.needs['club']!, national: national as HelpLine[] }]),
      );
      const [rule] = gardening.signposting;
      const signposting = lines.map((_, at) => ({ ...rule!, id: `rule-${at}`, need: `need-${at}` }));
      const session = await walk(begin({ pack: { ...gardening, needs, signposting } }), ...toSignposts);
      const groups = session.view.kind === 'signposts' ? session.view.groups : [];
      return groups.map(({ national }) => national.map(({ id }) => id));
    };

    it('says a national line once, under the first need that has it', async () => {
      expect(await nationalUnder([shared], [shared, own])).toEqual([['club'], ['young']]);
    });

    it('leaves no need without its national line, not even where it was said before', async () => {
      expect(await nationalUnder([shared], [shared])).toEqual([['club'], ['club']]);
    });
  });

  it('says in the words of the question why it suggests', async () => {
    const session = await walk(begin(), ...toSignposts);
    const groups = session.view.kind === 'signposts' ? session.view.groups : [];
    expect(groups.map(({ because }) => because).join()).toContain('ui.because');
  });
});

describe('going back', () => {
  it('leaves no trace of a revised answer in later facts, but keeps it in the history', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'back', 'answer:no', 'done');
    expect(session.state.facts).not.toHaveProperty('answer.gardening.brief.minutes');
    expect(session.state.facts['answer.gardening.brief.gardens']).toBe('no');
    const { answers } = toContactRecord(session.log);
    expect(answers.map(({ value, setAside }) => [value, setAside])).toEqual([
      ['yes', true],
      ['no', undefined],
    ]);
  });

  it('accepts a number on the grid and none beside it', async () => {
    const session = await walk(begin(), 'next', 'answer:yes');
    for (const value of [-30, 630, 45, '60']) {
      expect(() => session.send({ type: 'answered', step: 'minutes', value })).toThrow(
        '[everycontact/intent-not-offered]',
      );
    }
    session.send({ type: 'answered', step: 'minutes', value: 60 });
    expect(place(session)).toBe('matters');
  });

  it('remembers on the screen what was answered before', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'back');
    expect(session.view.kind === 'question' && session.view.choices.map(({ on }) => on === true)).toEqual([
      true,
      false,
    ]);
  });

  it('forgets marks on services with the step they were made at', async () => {
    const session = await walk(begin(), ...toSignposts, 'told', 'back', 'back');
    expect(session.state.chosen).toEqual([]);
  });
});

describe('urgent help', () => {
  it('is one action away on every view, comes back, and is no finding', async () => {
    const plain = await walk(begin(), ...toSignposts, 'told', 'next', 'done');
    const curious = begin();
    for (const move of [...toSignposts, 'told', 'next']) {
      await walk(curious, 'help');
      expect(curious.view.kind).toBe('urgent');
      await walk(curious, 'help-back', move);
    }
    await walk(curious, 'done');
    const bare = (session: Session) => {
      const { startedAt: _, endedAt: __, contactId: ___, recordId: ____, ...rest } = toContactRecord(session.log);
      return rest;
    };
    expect(bare(curious)).toEqual(bare(plain));
  });

  it('pre-empts everything when an answer raises it, and back undoes that answer without a record', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'skip', 'skip', 'answer:never', 'answer:yes');
    expect(session.view.kind).toBe('urgent');
    await walk(session, 'help-back');
    expect(session.state.facts).not.toHaveProperty('item.digging-long.frightened');
    await walk(session, 'answer:no', 'next', 'next', 'done');
    const record = JSON.stringify(toContactRecord(session.log));
    expect(record).not.toContain('"value":"yes","question":"Has the garden');
  });

  it.each([['help-under-way'], ['stop'], ['not-private']])(
    'keeps the answer that raised it out of the record when it ends by %s',
    async (move) => {
      const session = await walk(
        begin(),
        'next',
        'answer:yes',
        'skip',
        'skip',
        'answer:never',
        'answer:yes',
        move,
        'done',
      );
      const { answers } = toContactRecord(session.log);
      expect(answers.map(({ question }) => question)).toHaveLength(4);
      expect(JSON.stringify(answers)).not.toContain('frightened');
    },
  );

  it('opens at a tick, ends the contact when help is under way, and a mis-tap is taken back', async () => {
    const session = await walk(begin(), 'next', 'tick:danger');
    expect(session.view.kind).toBe('urgent');
    expect(place(await walk(session, 'help-back'))).toBe('gardens');
    expect(session.state.ticks).toEqual([]);
    expect(outcome(await walk(session, 'tick:danger', 'help-under-way'))).toBe('urgent-help-shown');
    expect(JSON.stringify(toContactRecord(session.log))).not.toContain('danger');
  });

  it('never opens by age or context alone', () => {
    expect(begin({ context: { 'context.age': 12 } }).view.kind).toBe('notice');
  });
});

describe('a flag', () => {
  it('ends the topic with its own notice and services, and the record says so', async () => {
    const session = await walk(begin({ context: { 'context.age': 12 } }));
    const groups = session.view.kind === 'notice' ? session.view.groups : [];
    expect(groups.map(({ need }) => need)).toEqual(['young']);
    await walk(session, 'told', 'read', 'done');
    const record = toContactRecord(session.log);
    expect([record.outcome, record.notices.map(({ flag }) => flag), record.signposts[0]?.chosen[0]?.service]).toEqual([
      'not-appropriate',
      ['child'],
      'young',
    ]);
  });

  it('pauses with a notice and goes on to its own step', async () => {
    const session = await walk(begin(), 'next', 'tick:tired', 'answer:yes');
    expect(session.view.kind).toBe('notice');
    expect(place(await walk(session, 'read'))).toBe('advise-careful');
  });

  it('counts a service told on its notice in the ending that it leads to', async () => {
    const tired = { ...gardening.flags.tired, needs: ['club'], goTo: { 'gardening.brief': 'close' } } as Flag;
    const session = begin({ pack: { ...gardening, flags: { ...gardening.flags, tired } } });
    await walk(session, 'next', 'tick:tired', 'answer:yes', 'told', 'read');
    expect(outcome(session)).toBe('told');
  });

  it('does not lose its notice to somebody who goes back and answers again', async () => {
    const session = await walk(
      begin({ context: { 'context.tired': true } }),
      'next',
      'answer:yes',
      'read',
      'back',
      'answer:yes',
    );
    expect(session.view.kind).toBe('notice');
    expect(place(await walk(session, 'read'))).toBe('advise-careful');
  });

  it('goes with its tick: the talk returns to where it was raised, and no record knows', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'tick:tired', 'read', 'untick:tired');
    expect(place(session)).toBe('minutes');
    expect(session.state.flags).toEqual({});
    await walk(session, 'decline', 'done');
    expect(toContactRecord(session.log).notices).toEqual([]);
  });

  it('is undone from its own notice by back', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'tick:tired', 'back');
    expect([place(session), session.state.ticks]).toEqual(['minutes', []]);
    await walk(session, 'back', 'answer:yes');
    expect(place(session)).toBe('minutes');
  });
});

describe('hidden', () => {
  it('shows nothing of the talk, offers no back, and only its opposite brings the talk back', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'hide');
    const { common, ...shown } = session.view;
    expect(shown).toEqual({ kind: 'notice', say: { text: '[ui.hidden]', lang: 'en-GB' }, groups: [], hidden: true });
    expect([common.back, common.decline, common.observe]).toEqual([undefined, undefined, []]);
    expect(place(await walk(session, 'help', 'help-back'))).toBe('minutes');
    expect(session.view.hidden).toBe(true);
    await walk(session, 'show');
    expect(session.view.kind).toBe('number');
  });
});

describe('a look-up', () => {
  const slow = () => {
    const waiting: ((answer: Awaited<ReturnType<Directory['find']>>) => void)[] = [];
    const find = vi.fn<Directory['find']>(() => new Promise((resolve) => waiting.push(resolve)));
    return { directory: { name: 'slow', find }, find, waiting };
  };
  const moves = ['next', 'answer:yes', 'answer:60', 'skip', 'answer:never', 'answer:no', 'next'];
  const hurry = (session: Session, ...words: string[]) => {
    for (const word of words) session.send(choiceFor(session.view, word).intent);
  };

  it('starts with the first subscriber, once', async () => {
    const { directory, find } = slow();
    const session = createSession({
      pack: gardening,
      script: 'gardening.brief',
      reader: { locale: 'en-GB', audience: 'worker' },
      occasion: { setting: 'patient' },
      directory,
    });
    hurry(session, ...moves);
    await Promise.resolve();
    expect(find).not.toHaveBeenCalled();
    session.subscribe(() => undefined)();
    session.subscribe(() => undefined);
    await Promise.resolve();
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('takes context facts with it and never an answer', async () => {
    const { directory, find } = slow();
    const session = begin({ directory, context: { 'context.age': 41 } });
    hurry(session, ...moves);
    await Promise.resolve();
    expect(find.mock.calls[0]?.[0].facts).toEqual({ 'context.age': 41 });
  });

  it('ignores a late answer to an older question', () => {
    const session = begin({ directory: slow().directory });
    hurry(session, ...moves);
    const log: SessionEvent[] = [...session.log];
    const answer = { matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z' };
    const late = advance(gardening, replay(gardening, log), {
      type: 'services-found',
      lookUp: 99,
      answer,
      at: '2026-11-22T10:00:00Z',
    });
    expect(late.state.signposts.map(({ services }) => services)).toEqual(['looking']);
  });

  it('that fails leaves the national line and the contact', async () => {
    const directory = { name: 'broken', find: () => Promise.reject(new Error('no answer')) };
    const session = await walk(begin({ directory }), ...toSignposts);
    const group = session.view.kind === 'signposts' ? session.view.groups[0] : undefined;
    expect([group?.services, group?.national[0]?.phone]).toEqual(['unavailable', '01632 960001']);
    expect(outcome(await walk(session, 'told', 'next'))).toBe('told');
  });

  it('that throws at once is a failure like any other', async () => {
    const directory: Directory = {
      name: 'thrower',
      find: () => {
        throw new Error('broken');
      },
    };
    expect(outcome(await walk(begin({ directory }), ...toSignposts, 'next'))).toBe('advised');
  });

  it('with an answer of another shape is a failure like any other', async () => {
    const directory = { name: 'odd', find: () => Promise.resolve({ total: 3 } as never) };
    const session = await walk(begin({ directory }), ...toSignposts);
    const group = session.view.kind === 'signposts' ? session.view.groups[0] : undefined;
    expect([group?.services, group?.national[0]?.phone]).toEqual(['unavailable', '01632 960001']);
    expect(session.log.filter(({ type }) => type === 'services-found')).toEqual([]);
  });

  it('that answers after dispose is ignored', async () => {
    const { directory, waiting } = slow();
    const session = begin({ directory });
    hurry(session, ...moves);
    await Promise.resolve();
    session.dispose();
    const { length } = session.log;
    waiting[0]?.({ matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.log.length).toBe(length);
  });
});

describe('a log', () => {
  it('goes on where it stopped, and starts again what was being looked for', async () => {
    const session = await walk(begin(), ...toSignposts);
    const stopped = session.log.slice(
      0,
      session.log.findIndex(({ type }) => type === 'services-found'),
    );
    const resumed = resumeSession(stopped, {
      pack: gardening,
      directory: memoryDirectory([club], '2026-11-21T06:00:00.000Z'),
    });
    resumed.subscribe(() => undefined);
    await found(resumed);
    expect(outcome(await walk(resumed, 'told', 'next'))).toBe('told');
  });

  it('of another pack is refused with both versions and still yields its record', async () => {
    const session = await walk(begin(), 'decline', 'done');
    const newer: Pack = { ...gardening, version: '2.0.0' };
    const directory = memoryDirectory([], '2026-11-21T06:00:00.000Z');
    expect(() => resumeSession(session.log, { pack: newer, directory })).toThrow(
      /gardening@1\.0\.0.*gardening@2\.0\.0/,
    );
    expect(toContactRecord(session.log).outcome).toBe('declined');
  });

  it('of a newer schema, or that begins in the middle, is refused in words', () => {
    const [first] = begin().log;
    const newer = [{ ...first, schema: 'everycontact/log@2' } as unknown as SessionEvent];
    expect(() => replay(gardening, newer)).toThrow('[everycontact/log-newer]');
    expect(() => replay(gardening, [])).toThrow('[everycontact/log-empty]');
  });
});

describe('what the host says', () => {
  it('is refused where the pack does not know it, with all problems at once', () => {
    const context = { 'context.age': 'old', 'context.shoes': 44 };
    expect(() => begin({ context })).toThrow(/context\.age.*a number from 0 to 120.*context\.shoes/);
    expect(() => begin({ script: 'constructor' })).toThrow('it has "gardening.brief"');
    expect(() => begin({ occasion: { setting: 'Staff' as 'staff' } })).toThrow('"public", "staff"');
    const friend = 'friend' as 'family';
    expect(() => begin({ occasion: { setting: 'patient', interpreter: friend } })).toThrow('"professional", "family"');
    const misspelt = { setting: 'patient', interpretor: 'family' } as Occasion;
    expect(() => begin({ occasion: misspelt })).toThrow(/one of "setting",.*"near" as occasion, found "interpretor"/);
    expect(() => begin({ reader: { locale: 'en-GB', audience: 'wrker' as 'worker' } })).toThrow('found "wrker"');
    expect(() => begin({ reader: { locale: 'fr', audience: 'worker' } })).toThrow('"en-GB", "ar-XB" as reader.locale');
  });
});

it('lets a worker refer where the host says true, and not where it says something like it', async () => {
  const canRefer = async (mayRefer: unknown) => {
    const occasion = { setting: 'patient', mayRefer } as Occasion;
    const { view } = await walk(begin({ occasion }), ...toSignposts);
    return choicesOf(view).some(({ intent }) => 'how' in intent && intent.how === 'referred');
  };
  expect(await Promise.all([true, false, 'false', 'true', 1].map(canRefer))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe('what the host calls null', () => {
  it('is not known: neither refused, nor kept, nor a no', () => {
    const context = { 'context.age': null } as unknown as ContextFacts;
    const occasion = { setting: 'public', interpreter: null } as unknown as Occasion;
    const told = begin({ context, occasion });
    expect(told.view).toEqual(begin({ occasion: { setting: 'public' } }).view);
    expect(JSON.stringify(told.log)).not.toContain('null');
  });
});

describe('drafts and reviews', () => {
  const advice = gardening.texts['en-GB']?.advise;
  const withAdvice = (over: object): Pack => ({
    ...gardening,
    texts: {
      ...gardening.texts,
      'en-GB': { ...gardening.texts['en-GB'], advise: { ...advice, ...over } as NonNullable<typeof advice> },
    },
  });

  it('keep a script back unless a preview is asked for, which says so on every view', () => {
    const pack = withAdvice({ standing: 'draft' });
    expect(() => begin({ pack })).toThrow('[everycontact/content-draft]');
    expect(begin({ pack, preview: true }).view.preview).toBe(true);
  });

  it('are noted past review, and hide the script ninety days later', () => {
    expect(() => begin({ pack: withAdvice({ reviewBy: '2026-08-01' }), preview: true })).toThrow(
      '[everycontact/content-expired]',
    );
    const noted = begin({ pack: withAdvice({ reviewBy: '2026-11-01' }) });
    for (const move of ['next', 'skip']) noted.send(choiceFor(noted.view, move).intent);
    expect(noted.view.say?.note).toBe('past-review');
  });
});

describe('the reader', () => {
  it('may change in the middle of a contact; no position moves', async () => {
    const session = await walk(begin(), 'next');
    session.send({ type: 'reader-changed', reader: { locale: 'ar-XB', audience: 'worker', variant: 'men' } });
    expect([place(session), session.view.say?.text, session.view.say?.lang]).toEqual([
      'gardens',
      '⟦Quick one: do you garden?⟧',
      'ar-XB',
    ]);
  });

  it('for themselves is shown no prompt to the worker', () => {
    const session = begin({ reader: { locale: 'en-GB', audience: 'person' } });
    session.send(choiceFor(session.view, 'next').intent);
    expect([session.view.say?.text, session.view.prompt]).toEqual(['Do you garden?', undefined]);
  });
});
