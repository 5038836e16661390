import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardeningAndFishing as base } from '../../test/two-behaviours.js';
import { createSession } from '../contact/session.js';
import { memoryDirectory } from '../directory/memory.js';
import { parsePack } from '../parse.js';
import type { Adaptation } from '../pack/adaptation.js';
import type { Flag, HelpLine, Pack, Script, Text } from '../pack/pack.js';
import { adaptPack } from './adapt.js';
import { differences } from './differences.js';
import { protectedTexts } from './protected-texts.js';

const standing = { standing: 'draft', checkedOn: '2026-11-22', reviewBy: '2027-05-22' } as const;
const text = (words: string, more: Partial<Text> = {}): Text => ({ words, ...standing, ...more });
const line = (id: string, more: Partial<HelpLine> = {}): HelpLine => ({
  id,
  name: `local.${id}`,
  url: 'https://example.org/',
  source: 'handbook',
  ...standing,
  ...more,
});
const plain: Adaptation = {
  schema: 'everycontact/adaptation@1',
  id: 'village',
  version: '2026.1',
  base: 'outdoors@1.0.0',
  safeguarding: line('lead'),
  texts: { 'en-GB': { 'local.lead': text('The duty lead') } },
};
/** The plain adaptation with more in it; texts in English are joined. */
const adapted = ({ texts = {}, ...more }: Partial<Adaptation> = {}) =>
  adaptPack(base, {
    ...plain,
    ...more,
    texts: { ...texts, 'en-GB': { ...plain.texts?.['en-GB'], ...texts['en-GB'] } },
  });
/** Parts that only code written past the types could hand in. */
const unfit = (parts: object) => adaptPack(base, { ...plain, ...parts });
const codes = (problems: readonly { code: string; where: string }[] = []) =>
  problems.map(({ code, where }) => `${code} ${where}`);
const where = (result: ReturnType<typeof adaptPack>) => result.differs?.map((one) => one.where);

describe('adaptPack', () => {
  it('gives a pack of its own that names its base', () => {
    const { pack } = adapted();
    expect(pack).toMatchObject({ id: 'village', version: '2026.1', base: 'outdoors@1.0.0' });
    expect(pack?.digest).toBe('sha256-invented+village@2026.1');
    expect(parsePack(JSON.parse(JSON.stringify(pack))).problems).toBeUndefined();
  });

  it('names the content by a digest that is handed in, the same however the base was written', () => {
    const digest = (content: string) => content;
    const turned = Object.fromEntries(Object.entries(base).reverse()) as unknown as Pack;
    const { pack } = adaptPack(base, plain, { digest });
    const { digest: named, ...content } = pack!;
    expect(JSON.parse(named)).toEqual(JSON.parse(JSON.stringify(content)));
    expect(adaptPack(turned, plain, { digest }).pack?.digest).toBe(named);
    expect(adaptPack({ ...base, canonical: undefined } as unknown as Pack, plain, { digest }).pack?.digest).toBe(named);
  });

  it('changes a text, and says what stood there and what stands there now', () => {
    const { pack, differs } = adapted({ texts: { 'en-GB': { advise: text('Come to the village garden.') } } });
    expect(pack?.texts['en-GB']?.advise?.words).toBe('Come to the village garden.');
    expect(differs?.find((one) => one.where === 'texts.en-GB.advise.words')).toEqual({
      where: 'texts.en-GB.advise.words',
      base: 'A garden is best tended together.',
      local: 'Come to the village garden.',
    });
  });

  it('says exactly what differs: what is added has no base, what is gone has nothing local', () => {
    expect(where(adapted())).toEqual(['texts.en-GB.local.lead', 'safeguarding']);
    expect(differences(base, base)).toEqual([]);
    const { differs } = adapted({ off: ['fishing'] });
    const gone = differs?.filter(({ local }) => local === undefined).map((one) => one.where);
    expect(gone).toEqual(['behaviours.fishing', 'scripts.fishing.vba', 'flags.wet']);
    expect(where(adapted({ off: ['fishing'] }))).toContain('signposting.fish.when.any');
    expect(differs?.find((one) => one.where === 'safeguarding')?.base).toBeUndefined();
  });

  it('adds languages, needs, rules, lines, behaviours, flags and sources, the base’s first', () => {
    const script = { ...(base.scripts['fishing.vba'] as Script), behaviour: 'walking' };
    const { pack, problems } = adapted({
      locales: ['da-DK'],
      texts: {
        'en-GB': { 'local.walk': text('Walks'), 'local.night': text('Night line') },
        'da-DK': { advise: text('Kom i haven.') },
      },
      sources: {
        council: { title: 'A council', publisher: 'Nobody', url: 'https://example.org/council', ...standing },
      },
      behaviours: { walking: { name: 'local.walk' } },
      scripts: { 'walking.vba': { ...script, steps: { ...script.steps, fishes: asks('walking.vba') } } },
      flags: { dusk: { ...(base.flags.child as Flag & { level: 'stop-topic' }), level: 'pause' } },
      urgentHelp: { urgent: { lines: [line('night')] } },
      needs: {
        walk: { name: 'local.walk', noun: 'local.walk', another: 'need.another', national: [line('walk')] },
        club: { national: [line('night')] },
      },
      signposting: [
        { id: 'walk', when: { fact: 'context.tired', is: true }, need: 'walk', why: 'why.club', source: 'council' },
      ],
    });
    expect(problems).toBeUndefined();
    expect(pack?.locales).toEqual(['en-GB', 'ar-XB', 'da-DK']);
    expect(pack?.urgentHelp.urgent?.lines.map(({ id }) => id)).toEqual(['emergency', 'night']);
    expect(pack?.needs.club?.national.map(({ id }) => id)).toEqual(['club', 'night']);
    expect(Object.keys(pack?.flags ?? {})).toEqual([...Object.keys(base.flags), 'dusk']);
    expect(pack?.signposting.at(-1)?.id).toBe('walk');
    expect(Object.keys(pack?.scripts ?? {})).toContain('walking.vba');
  });

  it('falls back to the first language of the base, marked as such, where it adds one with few texts', () => {
    const { pack } = adapted({ locales: ['da-DK'], texts: { 'da-DK': { 'ask.garden': text('Har du have?') } } });
    const session = createSession({
      pack: pack as Pack,
      script: 'gardening.brief',
      reader: { locale: 'da-DK', audience: 'worker' },
      occasion: { setting: 'patient' },
      directory: memoryDirectory([], '2026-11-22T09:30:00.000Z'),
      now: () => '2026-11-22T09:30:00.000Z',
      preview: true,
    });
    expect(session.view.say).toMatchObject({ text: 'May I ask about your garden?', lang: 'en-GB' });
    session.send({ type: 'continued', step: 'permission' });
    expect(session.view.say).toMatchObject({ text: 'Har du have?', lang: 'da-DK' });
  });

  it('keeps what a text is about, whatever the local one says', () => {
    const tagged = structuredClone(base) as { texts: Record<string, Record<string, Text>> } & Pack;
    (tagged.texts['en-GB'] ?? {}).advise = text('Dig less.', { about: ['cut-down'] });
    const { pack } = adaptPack(tagged, {
      ...plain,
      texts: { 'en-GB': { ...plain.texts?.['en-GB'], advise: text('Dig a little less.', { about: ['support'] }) } },
    });
    expect(pack?.texts['en-GB']?.advise?.about).toEqual(['cut-down', 'support']);
  });

  it.each<[string, Partial<Text>]>([
    ['locked', { locked: true }],
    ['a safety line', { about: ['safety-line'] }],
    ['the line that nobody should stop suddenly', { about: ['do-not-stop-suddenly'] }],
  ])('keeps a text that is %s, in every language of the base', (_, more) => {
    const english = { ...base.texts['en-GB'], advise: text('Never dig alone.', more) };
    const { problems } = adaptPack(
      { ...base, texts: { ...base.texts, 'en-GB': english } },
      {
        ...plain,
        texts: { 'en-GB': { ...plain.texts?.['en-GB'], advise: text('Dig.') }, 'ar-XB': { advise: text('x') } },
      },
    );
    expect(codes(problems)).toEqual(['adaptation-locked texts.en-GB.advise', 'adaptation-locked texts.ar-XB.advise']);
  });

  it('keeps when an urgent line can be called', () => {
    const { urgent } = base.urgentHelp;
    const lines = urgent!.lines.map((one) => ({ ...one, hours: 'advise' }));
    const { problems } = adaptPack(
      { ...base, urgentHelp: { urgent: { ...urgent!, lines } } },
      { ...plain, texts: { 'en-GB': { ...plain.texts?.['en-GB'], advise: text('On Tuesdays') } } },
    );
    expect(codes(problems)).toEqual(['adaptation-locked texts.en-GB.advise']);
  });

  it('lets a new language translate a protected text, which is then locked as well', () => {
    const { pack } = adapted({ locales: ['da-DK'], texts: { 'da-DK': { 'help.heading': text('Akut hjælp') } } });
    expect(pack?.texts['da-DK']?.['help.heading']).toMatchObject({ words: 'Akut hjælp', locked: true });
  });

  it.each<[string, Partial<Adaptation>, string]>([
    ['another base', { base: 'outdoors@2.0.0' }, 'adaptation-base base'],
    ['the id of the base', { id: 'outdoors' }, 'adaptation-taken id'],
    [
      'other words for urgent help',
      { texts: { 'en-GB': { 'help.worker': text('Wait') } } },
      'adaptation-locked texts.en-GB.help.worker',
    ],
    [
      'other words for a notice',
      { texts: { 'en-GB': { 'flag.child': text('Go on') } } },
      'adaptation-locked texts.en-GB.flag.child',
    ],
    [
      'another wording of a validated question',
      { texts: { 'ar-XB': { 'item.third': text('Fine?') } } },
      'adaptation-locked texts.ar-XB.item.third',
    ],
    [
      'another word for a cut-off',
      { texts: { 'en-GB': { 'band.high': text('Fine') } } },
      'adaptation-locked texts.en-GB.band.high',
    ],
    [
      'another label on urgent help',
      { texts: { 'en-GB': { 'ui.help': text('Weather') } } },
      'adaptation-locked texts.en-GB.ui.help',
    ],
    ['a flag under an id of the base', { flags: { child: base.flags.tired as Flag } }, 'adaptation-taken flags.child'],
    [
      'a script under an id of the base',
      { scripts: { 'fishing.vba': base.scripts['gardening.brief'] as Script } },
      'adaptation-taken scripts.fishing.vba',
    ],
    [
      'a behaviour under an id of the base',
      { behaviours: { gardening: { name: 'advise' } } },
      'adaptation-taken behaviours.gardening',
    ],
    [
      'a source under an id of the base',
      { sources: { handbook: base.sources.handbook as Pack['sources'][string] } },
      'adaptation-taken sources.handbook',
    ],
    [
      'a rule under an id of the base',
      { signposting: base.signposting.slice(0, 1) },
      'adaptation-taken signposting.gardener',
    ],
    [
      'a need under an id of the base',
      { needs: { club: base.needs.young as Pack['needs'][string] } },
      'adaptation-taken needs.club',
    ],
    [
      'an urgent line in place of one of the base',
      { urgentHelp: { urgent: { lines: [line('emergency')] } } },
      'adaptation-taken urgentHelp.urgent.lines.emergency',
    ],
    [
      'an urgent line under the name of one of the base',
      { urgentHelp: { urgent: { lines: [line('other', { name: 'line.emergency' })] } } },
      'adaptation-taken urgentHelp.urgent.lines.other',
    ],
    [
      'an urgent card the base does not have',
      { urgentHelp: { calm: { lines: [line('calm')] } } },
      'reference-missing urgentHelp.calm',
    ],
    [
      'a flag with an urgent card of its own',
      { flags: { alarm: { level: 'emergency', help: 'calm', observable: { label: 'advise' }, source: 'handbook' } } },
      'reference-missing flags.alarm.help',
    ],
    [
      'a flag that leads past the gates of the base',
      {
        flags: {
          short: {
            ...(base.flags.child as Flag & { level: 'stop-topic' }),
            level: 'pause',
            goTo: { 'gardening.brief': 'act' },
          },
        },
      },
      'adaptation-reroutes flags.short.goTo.gardening.brief',
    ],
    ['a need without a name', { needs: { walk: { national: [] } } }, 'reference-missing needs.walk'],
    ['a contact nobody can reach', { safeguarding: line('lead', { url: '' }) }, 'help-without-contact safeguarding'],
    ['texts in a language nobody named', { texts: { 'sv-SE': {} } }, 'locale-unknown texts.sv-SE'],
    ['something unknown switched off', { off: ['golf'] }, 'reference-missing off.golf'],
    ['everything switched off', { off: ['gardening', 'fishing.vba'] }, 'adaptation-empty off'],
    [
      'a rule whose need is nowhere',
      { signposting: [{ id: 'new', when: { all: [] }, need: 'golf', why: 'why.club', source: 'handbook' }] },
      'reference-missing signposting.new',
    ],
    [
      'a text only in another language than the first',
      { texts: { 'ar-XB': { 'local.new': text('x') } }, behaviours: { walking: { name: 'local.new' } } },
      'text-missing texts.en-GB.local.new',
    ],
  ])('refuses %s', (_, parts, expected) => {
    const { pack, problems } = adapted(parts);
    expect(pack).toBeUndefined();
    expect(codes(problems)).toContain(expected);
  });

  it.each([
    'place',
    'context',
    'instruments',
    'measures',
    'helpAtHand',
    'audiences',
    'variants',
    'canonical',
    'digest',
  ])('refuses to touch "%s", and says what to do instead', (part) => {
    const { problems } = unfit({ [part]: base[part as keyof Pack] ?? 'x' });
    expect(codes(problems)).toContain(`adaptation-fixed ${part}`);
    expect(problems?.[0]?.message).toMatch(/^expected .+, found .+: .+/);
  });

  it('refuses an adaptation without somebody to turn to, and other parts of an urgent card', () => {
    expect(codes(unfit({ safeguarding: undefined }).problems)).toContain('safeguarding-missing safeguarding');
    expect(codes(unfit({ urgentHelp: { urgent: { lines: [], heading: 'advise' } } }).problems)).toContain(
      'adaptation-locked urgentHelp.urgent.heading',
    );
  });

  it('names every problem at once', () => {
    const { problems } = adapted({ base: 'x@1', off: ['golf'], texts: { 'en-GB': { 'help.worker': text('Wait') } } });
    expect(codes(problems)).toEqual([
      'adaptation-base base',
      'reference-missing off.golf',
      'adaptation-locked texts.en-GB.help.worker',
    ]);
  });
});

/** A question whose next step reads its own answer. */
function asks(script: string): Script['steps'][string] {
  const before = base.scripts['fishing.vba']?.steps.fishes as Script['steps'][string] & { kind: 'ask' };
  return {
    ...before,
    next: { when: [{ if: { fact: `answer.${script}.fishes`, is: 'no' }, to: 'close-no' }], otherwise: 'advise' },
  };
}

const keys = Object.keys(base.texts['en-GB'] ?? {});
const anyTexts = fc.dictionary(fc.constantFrom(...keys), fc.constant(text('Other words')), { maxKeys: 3 });
const anyFlags = fc.dictionary(
  fc.constantFrom(...Object.keys(base.flags), 'new'),
  fc.constantFrom(...Object.values(base.flags)),
  { maxKeys: 2 },
);
const anyLines = fc.array(fc.constantFrom(line('emergency'), line('lead'), line('x', { name: 'line.emergency' })), {
  maxLength: 2,
});
const anyAdaptation = fc.record({
  inEnglish: anyTexts,
  inPseudo: anyTexts,
  flags: anyFlags,
  lines: anyLines,
  off: fc.subarray(['gardening', 'fishing', 'gardening.brief']),
});

describe('no adaptation', () => {
  it('removes or weakens what protects a person, or it is refused', () => {
    const kept = protectedTexts(base);
    fc.assert(
      fc.property(anyAdaptation, ({ inEnglish, inPseudo, flags, lines, off }) => {
        const { pack } = adapted({
          texts: { 'en-GB': inEnglish, 'ar-XB': inPseudo },
          flags,
          off,
          urgentHelp: { urgent: { lines } },
        });
        if (!pack) return;
        for (const locale of base.locales)
          for (const key of kept.keys())
            if (pack.texts[locale]?.[key]) expect(pack.texts[locale]?.[key]).toEqual(base.texts[locale]?.[key]);
        expect(pack.place).toEqual(base.place);
        expect(pack.helpAtHand).toBe(base.helpAtHand);
        expect(pack.urgentHelp.urgent?.lines.slice(0, 1)).toEqual(base.urgentHelp.urgent?.lines);
        expect(pack.flags.danger).toEqual(base.flags.danger);
        for (const [id, flag] of Object.entries(pack.flags)) {
          const before = base.flags[id];
          if (!before) continue;
          expect([flag.level, flag.forbids, flag.observable]).toEqual([
            before.level,
            before.forbids,
            before.observable,
          ]);
          if (!off.length) expect(flag).toEqual(before);
        }
        if ('gardening.brief' in pack.scripts) expect(pack.flags.frightened).toEqual(base.flags.frightened);
      }),
      { numRuns: 500 },
    );
  });
});
