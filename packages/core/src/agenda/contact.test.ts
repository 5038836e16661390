import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { picked, picks } from '../../test/picks.js';
import { outings } from '../../test/outings.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { Occasion } from '../pack/reader.js';
import { emptyHistory } from '../prompting/history.js';
import type { Policy } from '../prompting/policy.js';
import { toContactRecord } from '../record/contact-record.js';
import type { View } from '../session/shown.js';
import { choiceFor } from '../testing.js';
import { startContact, type Contact, type ContactLog, type ContactOptions } from './contact.js';
import { createContact, resumeContact } from './decided.js';

const patient: Occasion = { setting: 'patient' };
const options = (over: Partial<ContactOptions> = {}): ContactOptions => {
  let count = 0;
  return {
    pack: outings,
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: patient,
    directory: {
      name: 'none',
      find: () => Promise.resolve({ matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z' }),
    },
    now: () => new Date(Date.UTC(2026, 10, 22, 9, 30, count++)).toISOString(),
    newId: () => `id-${count++}`,
    ...over,
  };
};
const advise = { ...outings.texts['en-GB']!['advise']!, standing: 'draft' as const };
const draft: Pack = { ...outings, texts: { ...outings.texts, 'en-GB': { ...outings.texts['en-GB'], advise } } };
const begin = (over: Partial<ContactOptions> = {}) => createContact(options(over));
const move = (contact: Contact, ...moves: string[]) => {
  for (const word of moves) contact.send(choiceFor(contact.view, word).intent);
  return contact;
};
const topics = ({ view }: Contact) => (view.kind === 'agenda' ? view.topics.map(({ label }) => label) : view.kind);
const records = ({ sessions }: Contact) => sessions.map(({ log }) => toContactRecord(log));
const outcomes = (contact: Contact) => records(contact).map(({ outcome }) => outcome);
const walk = ['topic:walking.vba', 'answer:yes', 'next', 'done'];

describe('the agenda', () => {
  it('offers each behaviour once, in its first method, and a way to end', () => {
    const { view } = begin();
    expect(topics(begin())).toEqual(['walking', 'sailing', 'climbing']);
    expect(view.kind === 'agenda' && view.topics.map(({ intent }) => intent)).toEqual(
      ['walking.vba', 'sailing.vba', 'climbing.vba'].map((script) => ({ type: 'topic-chosen', script })),
    );
    expect(view.common.help.intent.type).toBe('help-opened');
  });

  it('is ordered by decide: what may be shown first, then what may be opened, and nothing that is forbidden', () => {
    const policy: Policy = {
      schema: 'everycontact/policy@1',
      rules: [
        { id: 'year', of: 'behaviour', after: ['declined'], quietDays: 365, source: 'proposal' },
        {
          id: 'end-of-life',
          behaviours: ['sailing'],
          never: { fact: 'context.endOfLife', is: true },
          source: 'proposal',
        },
      ],
      order: ['walking.brief'],
      longestSnoozeDays: 365,
    };
    const entry = {
      at: '2026-11-01T09:00:00.000Z',
      contactId: 'before',
      script: 'walking.vba',
      happened: 'declined',
    } as const;
    const contact = begin({
      policy,
      history: { ...emptyHistory, entries: [entry] },
      facts: { 'context.endOfLife': true },
    });
    expect(topics(contact)).toEqual(['climbing', 'walking']);
    expect(contact.agenda.map(({ script, show }) => [script, show])).toEqual([
      ['climbing.vba', true],
      ['walking.brief', false],
      ['walking.vba', false],
      ['sailing.vba', false],
    ]);
  });

  it('is the same where it was decided before, or where nothing limits it', () => {
    const policy: Policy = { schema: 'everycontact/policy@1', rules: [], longestSnoozeDays: 90, off: ['walking'] };
    const decided = begin({ policy });
    expect(topics(startContact({ ...options(), decided: decided.agenda }))).toEqual(topics(decided));
    expect(topics(startContact(options()))).toEqual(topics(begin()));
    expect(topics(startContact(options({ pack: draft })))).toEqual([]);
    expect(topics(startContact(options({ pack: draft, preview: true })))).toEqual(topics(begin()));
  });

  it('is the screen again when a topic is settled, without that topic, until nothing is left', () => {
    const contact = begin();
    expect(topics(move(contact, ...walk))).toEqual(['sailing', 'climbing']);
    expect(contact.view.say?.text).toContain('ui.agenda-again');
    move(contact, 'topic:sailing.vba', 'decline', 'done', 'topic:climbing.vba', 'not-now', 'done');
    expect([contact.view.kind, contact.view.kind === 'closed' && contact.view.settled]).toEqual(['closed', true]);
    expect(outcomes(contact)).toEqual(['advised', 'declined', 'not-now']);
  });

  it('gives one record per behaviour under one contact id', () => {
    const contact = move(begin(), ...walk, 'topic:climbing.vba', 'decline', 'done');
    expect(records(contact).map(({ behaviour, contactId }) => [behaviour, contactId])).toEqual([
      ['walking', contact.contactId],
      ['climbing', contact.contactId],
    ]);
    expect(new Set(records(contact).map(({ recordId }) => recordId)).size).toBe(2);
  });

  it('ends where the person has had enough, and an ending can be taken back', () => {
    const contact = move(begin(), 'stop');
    expect(contact.view.kind === 'closed' && contact.view.outcome).toBe('not-asked');
    expect(topics(move(contact, 'back'))).toEqual(['walking', 'sailing', 'climbing']);
    expect(move(contact, 'stop', 'done').view).toMatchObject({ kind: 'closed', settled: true });
    expect(contact.sessions).toEqual([]);
  });

  it('says that there is nothing to raise where there is nothing', () => {
    const { view } = begin({
      policy: { schema: 'everycontact/policy@1', rules: [], enabled: false, longestSnoozeDays: 1 },
    });
    expect([view.kind === 'agenda' && view.topics, view.prompt?.text]).toEqual([[], '[ui.agenda-empty]']);
  });

  it('shows urgent help at once, and goes back to where it was', () => {
    const contact = move(begin(), 'help');
    expect(contact.view.kind).toBe('urgent');
    expect(topics(move(contact, 'help-back'))).toEqual(['walking', 'sailing', 'climbing']);
    expect(move(contact, 'tick:danger').view.kind).toBe('urgent');
    move(contact, 'help-under-way', 'done');
    expect(contact.view).toMatchObject({ kind: 'closed', outcome: 'urgent-help-shown', settled: true });
  });

  it('goes back from urgent help to the ending at which it was opened, settled or not', () => {
    const contact = move(begin(), 'stop', 'help', 'help', 'help-back');
    expect(contact.view).toMatchObject({ kind: 'closed', outcome: 'not-asked' });
    expect(topics(move(contact, 'back'))).toEqual(['walking', 'sailing', 'climbing']);
    move(contact, 'stop', 'done', 'help', 'help-back');
    expect(contact.view).toMatchObject({ kind: 'closed', outcome: 'not-asked', settled: true });
  });

  it('ends with the topic in which help got under way', () => {
    const contact = move(begin(), 'topic:walking.vba', 'help', 'help-under-way', 'done');
    expect(contact.view).toMatchObject({ kind: 'closed', outcome: 'urgent-help-shown', settled: true });
  });

  it('says nothing while hidden, through the end of a topic and into urgent help and back', () => {
    const contact = move(begin(), 'hide');
    const bare = ({ common: _, ...shown }: View) => JSON.stringify(shown);
    expect(bare(contact.view)).not.toMatch(/walking|sailing|agenda/);
    expect(contact.view.common.observe).toEqual([]);
    move(contact, 'help', 'help-back');
    expect(contact.view.hidden).toBe(true);
    expect(topics(move(contact, 'show'))).toHaveLength(3);
    move(contact, 'topic:walking.vba', 'decline', 'hide', 'done');
    expect([contact.view.hidden, contact.view.kind]).toEqual([true, 'notice']);
  });

  it('refuses what it does not offer', () => {
    const contact = begin();
    for (const script of ['walking.brief', 'gone.vba', 'toString'])
      expect(() => contact.send({ type: 'topic-chosen', script })).toThrow('[everycontact/intent-not-offered]');
    expect(() => contact.send({ type: 'settled' })).toThrow('[everycontact/intent-not-offered]');
    expect(topics(contact)).toHaveLength(3);
  });

  it('speaks to another reader in every topic after the change', () => {
    const contact = begin();
    contact.send({ type: 'reader-changed', reader: { locale: 'ar-XB', audience: 'worker' } });
    expect(contact.view.say?.lang).toBe('ar-XB');
    expect(move(contact, 'topic:walking.vba').view.say?.lang).toBe('ar-XB');
    expect(contact.reader.locale).toBe('ar-XB');
    contact.send({ type: 'reader-changed', reader: { locale: 'en-GB', audience: 'worker' } });
    expect(move(contact, 'decline', 'done').view.say?.lang).toBe('en-GB');
  });

  it.each([undefined, null])('takes a fact that is %s as left out', (unknown) => {
    const context = { 'context.age': unknown } as unknown as ContextFacts;
    expect(begin({ context }).view).toEqual(begin({ context: {} }).view);
  });

  it('refuses a language or context the pack does not have, before anything is shown', () => {
    expect(() => begin({ reader: { locale: 'fr', audience: 'worker' } })).toThrow('[everycontact/locale-unknown]');
    expect(() => begin({ context: { 'context.endOfLife': true } })).toThrow('[everycontact/context-invalid]');
    expect(() => begin({ occasion: { setting: 'Staff' as 'staff' } })).toThrow('found "Staff"');
    const misspelt = { setting: 'patient', interpretor: 'family' } as Occasion;
    expect(() => begin({ occasion: misspelt })).toThrow('found "interpretor"');
    const friend = 'friend' as 'family';
    expect(() => begin({ occasion: { setting: 'patient', interpreter: friend } })).toThrow('found "friend"');
    expect(() => begin({ reader: { locale: 'en-GB', audience: 'wrker' as 'worker' } })).toThrow('found "wrker"');
  });

  it('shows drafts only in a preview, with the banner on every screen', () => {
    expect(topics(begin({ pack: draft }))).toEqual([]);
    const contact = begin({ pack: draft, preview: true });
    expect([contact.view.preview, move(contact, 'topic:walking.vba').view.preview]).toEqual([true, true]);
  });
});

describe('where it is not private', () => {
  it('opens and names nothing sensitive any more, once a topic ended so', () => {
    const contact = move(begin(), 'topic:walking.vba', 'not-private', 'done');
    expect(topics(contact)).toEqual(['climbing']);
    expect(JSON.stringify(contact.view)).not.toContain('sailing');
    expect(() => contact.send({ type: 'topic-chosen', script: 'sailing.vba' })).toThrow(
      '[everycontact/intent-not-offered]',
    );
    expect(outcomes(contact)).toEqual(['not-now']);
  });

  it('forgets a mis-tap that was taken back', () => {
    const contact = move(begin(), 'topic:walking.vba', 'not-private', 'undo', 'decline', 'done');
    expect(topics(contact)).toEqual(['sailing', 'climbing']);
  });

  it('closes the agenda as "not now"', () => {
    expect(move(begin(), 'not-private').view).toMatchObject({ kind: 'closed', outcome: 'not-now' });
  });

  it('names nothing sensitive from the start where family interprets', () => {
    expect(topics(begin({ occasion: { ...patient, interpreter: 'family' } }))).toEqual(['walking', 'climbing']);
  });
});

describe('what passes on', () => {
  it('is only what the pack declares shared, as the context of the next session', () => {
    const contact = move(begin({ context: { 'context.age': 41 } }), ...walk, 'topic:climbing.vba');
    expect(contact.sessions[1]?.state.context).toEqual({ 'context.age': 41, 'context.walks': 'yes' });
  });

  it('does not take the place of what the host told, and stays behind where it does not fit', () => {
    const told = move(begin({ context: { 'context.walks': 'no' } }), ...walk, 'topic:climbing.vba');
    expect(told.sessions[1]?.state.context).toEqual({ 'context.walks': 'no' });
    const notKnown = { 'context.walks': null } as unknown as ContextFacts;
    const found = move(begin({ context: notKnown }), ...walk, 'topic:climbing.vba');
    expect(found.sessions[1]?.state.context).toEqual({ 'context.walks': 'yes' });
    const other: Pack = {
      ...outings,
      context: { 'context.walks': { ...outings.context['context.walks']!, type: 'number', min: 0, max: 1, by: 1 } },
    };
    expect(move(begin({ pack: other }), ...walk, 'topic:climbing.vba').sessions[1]?.state.context).toEqual({});
  });

  it('speaks of yes and no to a fact that is one of the two', () => {
    const pack: Pack = {
      ...outings,
      context: { 'context.likes': { type: 'yes-no', label: 'context.tired', shared: ['answer.walking.vba.likes'] } },
    };
    const contact = move(begin({ pack }), ...walk, 'topic:climbing.vba', 'answer:no');
    expect(contact.sessions[1]?.state.context).toEqual({ 'context.likes': true });
    expect(contact.view).toMatchObject({ kind: 'statement', step: 'careful' });
    const no = move(begin({ pack }), 'topic:walking.vba', 'answer:no', 'next', 'done', 'topic:climbing.vba');
    expect(no.sessions[1]?.state.context).toEqual({ 'context.likes': false });
  });

  it('is a tick only where the pack declares shared what it states', () => {
    const tired = { level: 'pause', behaviours: ['walking'], when: { fact: 'context.tired', is: true } } as const;
    const observable = { label: 'flag.tired.label', states: 'context.tired' } as const;
    const withTick = (shared?: []): Pack => ({
      ...outings,
      context: { 'context.tired': { type: 'yes-no', label: 'context.tired', ...(shared && { shared }) } },
      flags: { tired: { ...tired, observable, notice: 'flag.tired', source: 'handbook' } },
    });
    const ticked = ['topic:walking.vba', 'tick:tired', 'read', 'decline', 'done', 'topic:climbing.vba'];
    expect(move(begin({ pack: withTick() }), ...ticked).sessions[1]?.state.context).toEqual({});
    expect(move(begin({ pack: withTick([]) }), ...ticked).sessions[1]?.state.context).toEqual({
      'context.tired': true,
    });
  });

  it('reaches a later session through those between', () => {
    const contact = move(begin(), ...walk, 'topic:climbing.vba', 'decline', 'done', 'topic:sailing.vba');
    expect(contact.sessions[2]?.state.context).toEqual({ 'context.walks': 'yes' });
  });
});

describe('a contact as a talk', () => {
  it('tells its listeners of every change, also of the way back to the agenda, and no more after they left', () => {
    const contact = begin();
    const seen: string[] = [];
    const stop = contact.subscribe(() => seen.push(contact.view.kind));
    move(contact, ...walk);
    stop();
    move(contact, 'topic:sailing.vba');
    expect(seen).toEqual(['question', 'statement', 'closed', 'agenda']);
  });

  it('gives the same view until something changes', () => {
    const contact = begin();
    expect(contact.view).toBe(contact.view);
    const before = contact.view;
    expect(move(contact, 'help', 'help-back').view).not.toBe(before);
  });

  it('starts look-ups with the first listener of the contact', async () => {
    const find = vi.fn(() => Promise.resolve({ matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z' }));
    const script = outings.scripts['walking.vba']!;
    const steps = { ...script.steps, advise: { kind: 'signpost', say: 'act', next: 'close' } as const };
    const pack: Pack = {
      ...outings,
      scripts: { 'walking.vba': { ...script, steps } },
      signposting: [
        {
          id: 'any',
          when: { fact: 'answer.walking.vba.likes', is: 'yes' },
          need: 'club',
          why: 'why.club',
          source: 'handbook',
        },
      ],
    };
    const contact = move(begin({ pack, directory: { name: 'one', find } }), 'topic:walking.vba', 'answer:yes');
    await Promise.resolve();
    expect(find).not.toHaveBeenCalled();
    contact.subscribe(() => undefined);
    await Promise.resolve();
    expect(find).toHaveBeenCalledTimes(1);
    contact.dispose();
  });
});

describe('the log of a contact', () => {
  const again = (contact: Contact) => resumeContact(JSON.parse(JSON.stringify(contact.log)) as ContactLog, options());

  it('resumes it where it was: on the agenda, in a topic, hidden, not private or at its end', () => {
    const ways = [
      [],
      ['topic:walking.vba', 'answer:yes'],
      walk,
      [...walk, 'hide'],
      ['topic:walking.vba', 'not-private', 'done'],
      ['help'],
      [...walk, 'stop', 'done'],
    ];
    for (const way of ways) {
      const contact = move(begin(), ...way);
      expect(again(contact).view).toEqual(contact.view);
      expect(again(contact).log).toEqual(contact.log);
    }
  });

  it('is refused where it is newer, and where it is of another pack', () => {
    const { log } = move(begin(), ...walk);
    const newer = { ...log, schema: 'everycontact/log@2' } as unknown as ContactLog;
    expect(() => resumeContact(newer, options())).toThrow(/log-newer.*log@1.*log@2/);
    const other = { ...outings, version: '2.0.0' };
    expect(() => resumeContact(log, options({ pack: other }))).toThrow('[everycontact/log-of-another-pack]');
  });
});

describe('any sequence of offered intents', () => {
  const interpreter = fc.constantFrom<Occasion>(patient, { ...patient, interpreter: 'family' });

  it('never throws, keeps urgent help and a way out, and gives records of one contact, one per behaviour', () => {
    fc.assert(
      fc.property(picks(40), interpreter, (numbers, occasion) => {
        const contact = begin({ occasion });
        for (const number of numbers) {
          contact.send(picked(contact.view, number)!.intent);
          const { help, stop, notPrivate } = contact.view.common;
          expect([help, stop, notPrivate].map(({ intent }) => intent.type)).toEqual(['help-opened', 'ended', 'ended']);
        }
        const all = records(contact);
        expect(all.every(({ contactId }) => contactId === contact.contactId)).toBe(true);
        expect(new Set(all.map(({ behaviour }) => behaviour)).size).toBe(all.length);
        const again = resumeContact(contact.log, options({ occasion }));
        expect(again.view).toEqual(contact.view);
        again.dispose();
      }),
      { numRuns: 150 },
    );
  });
});
