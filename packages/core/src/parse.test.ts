import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardening } from '../test/sample-pack.js';
import { helpCard } from './view/speaker.js';
import { parsePack } from './parse.js';

type Json = Record<string, never>;
/** A good pack, broken in one way. */
function broken(damage: (pack: Json) => void) {
  const pack = JSON.parse(JSON.stringify(gardening)) as Json;
  damage(pack);
  return parsePack(pack);
}
const codes = (damage: (pack: never) => void) => broken(damage as (pack: Json) => void).problems?.map(({ code, where }) => `${code} ${where}`);
// biome-ignore lint/suspicious/noExplicitAny: damage reaches anywhere
type Any = any;

describe('parsePack', () => {
  it('gives back a good pack as it is', () => {
    expect(parsePack(JSON.parse(JSON.stringify(gardening))).pack).toEqual(gardening);
  });

  it.each<[string, (pack: Any) => void, string]>([
    ['a missing text', (p) => delete p.texts['ar-XB'].advise, 'text-missing texts.ar-XB.advise'],
    ['an empty text', (p) => (p.texts['en-GB'].advise.words = ''), 'pack-shape texts.en-GB.advise.words'],
    ['a step that leads nowhere', (p) => (p.scripts['gardening.brief'].steps.advise.next = 'nowhere'), 'reference-missing scripts.gardening.brief.steps.advise.next'],
    ['a loop', (p) => (p.scripts['gardening.brief'].steps.act.next = 'advise'), 'loop scripts.gardening.brief.steps.act'],
    ['a silent step', (p) => delete p.scripts['gardening.brief'].steps.advise.say, 'step-silent scripts.gardening.brief.steps.advise'],
    ['declining that is not one step', (p) => (p.scripts['gardening.brief'].endings.declined = 'advise'), 'ending-not-close scripts.gardening.brief.endings.declined'],
    ['a condition on an undeclared fact', (p) => (p.flags.child.when = { fact: 'context.shoes', below: 18 }), 'fact-unknown flags.child.when'],
    ['a condition on an impossible answer', (p) => (p.flags.frightened.when.is = 'perhaps'), 'fact-unknown flags.frightened.when'],
    ['urgent help opened by age', (p) => (p.flags.frightened.when = { fact: 'context.age', below: 18 }), 'urgent-by-context flags.frightened'],
    ['urgent help without a number', (p) => delete p.urgentHelp.urgent.lines[0].phone, 'help-without-contact urgentHelp.urgent'],
    ['a place without an emergency number', (p) => delete p.place.facts.emergencyNumber, 'help-without-contact place.facts.emergencyNumber'],
    ['an unknown key', (p) => (p.colour = 'green'), 'pack-unknown-key colour'],
    ['a parameter nothing fills', (p) => (p.texts['en-GB'].advise.words = 'Call {limit}'), 'placeholder-unbound texts.en-GB.advise'],
    ['an address that runs', (p) => (p.sources.handbook.url = 'javascript:alert(1)'), 'pack-shape sources.handbook.url'],
    ['ids that look alike', (p) => (p.scripts['gardening.brief'].steps['Close'] = p.scripts['gardening.brief'].steps.close), 'id-look-alike scripts.gardening.brief.steps.Close'],
    ['a flag nothing raises', (p) => delete p.flags.child.when, 'flag-unreachable flags.child'],
    ['a comparison with two constants', (p) => (p.flags.child.when = { fact: 'context.age', below: 18, atLeast: 2 }), 'pack-shape flags.child'],
    ['another schema', (p) => (p.schema = 'everycontact/pack@2'), 'pack-schema schema'],
  ])('names %s', (_, damage, expected) => {
    expect(codes(damage as never)).toContain(expected);
  });

  it('names every problem at once', () => {
    const found = codes(((p: Any) => {
      delete p.texts['en-GB'].advise;
      p.helpAtHand = 'nobody';
      p.signposting[0].need = 'nothing';
    }) as never);
    expect(found).toEqual(
      expect.arrayContaining(['text-missing texts.en-GB.advise', 'reference-missing helpAtHand', 'reference-missing signposting.gardener']),
    );
  });

  it('gives urgent help back whenever that part alone is valid', () => {
    const { urgentHelp } = broken(((p: Any) => delete p.scripts) as never);
    expect(urgentHelp && helpCard(urgentHelp, urgentHelp.helpAtHand, { locale: 'en-GB', audience: 'worker' }, '2026-11-22').lines[0]?.phone).toBe('999');
    expect(broken(((p: Any) => delete p.urgentHelp) as never).urgentHelp).toBeUndefined();
  });

  it('answers anything at all with problems, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(parsePack(anything).problems?.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is not fooled by names of the prototype', () => {
    expect(codes(((p: Any) => (p.helpAtHand = 'constructor')) as never)).toContain('reference-missing helpAtHand');
    const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true},"schema":"everycontact/pack@1"}');
    expect(parsePack(hostile).problems?.length).toBeGreaterThan(0);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});
