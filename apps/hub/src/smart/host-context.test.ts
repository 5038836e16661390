import { england } from '@everycontact/content/england';
import { readHostContext } from '@everycontact/core/host-context';
import { contextFromFhir } from '@everycontact/fhir';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostContextOf, scriptIn } from './host-context.js';
import { lookOf } from './host-style.js';
import type { Launched } from './launch.js';
import { personLine } from './person-line.js';

const launched: Launched = {
  issuer: { iss: 'https://record.example/fhir', name: 'Record', clientId: 'us' },
  token: 'secret',
  scope: '',
  patient: 'p-1',
  encounter: 'e-1',
  user: 'Practitioner/dr-1',
  needsBanner: true,
};
const person = { resourceType: 'Patient', id: 'p-1', name: [{ text: 'Ann Sample' }], birthDate: '1985-03-02' };

describe('a launch in the words of every other host', () => {
  const read = contextFromFhir([person], { pack: england, now: '2026-11-22T09:00:00Z' });
  const facts = { 'context.role': 'clinical', 'context.atWork': true } as const;
  const context = hostContextOf(launched, read, { locale: 'en-GB', worker: { mayRefer: true }, facts }, england);

  it('is a context that any adapter takes, without name or token', () => {
    expect(readHostContext(context).problems).toBeUndefined();
    expect(context.facts).toMatchObject({ 'context.age': 41, 'context.role': 'clinical' });
    expect(context.facts).not.toHaveProperty('context.atWork');
    expect(context.policyFacts).toMatchObject({ 'context.atWork': true });
    expect(JSON.stringify(context)).not.toMatch(/Ann|secret/);
  });

  it('names who is there, who is at work and the visit, each only where the record said so', () => {
    expect(context).toMatchObject({
      subject: { reference: 'Patient/p-1' },
      user: { mayRefer: true, reference: 'Practitioner/dr-1' },
      encounter: { reference: 'Encounter/e-1' },
      setting: 'patient',
    });
    const { patient: _, encounter: __, user: ___, ...bare } = launched;
    const nobody = hostContextOf(bare, read, { locale: 'en-GB', worker: {}, facts }, england);
    expect(JSON.stringify(nobody)).not.toContain('"reference"');
    expect([nobody.user, 'encounter' in nobody]).toEqual([{}, false]);
  });

  it('believes the record of a person more than what is told of everybody', () => {
    const told = { 'context.age': 70 } as const;
    const other = hostContextOf(launched, read, { locale: 'en-GB', worker: {}, facts: told }, england);
    expect([other.facts?.['context.age'], other.policyFacts?.['context.age']]).toEqual([41, 41]);
  });

  it('has another key for another person, and for the same id in another record', () => {
    const key = (other: Partial<Launched>) =>
      hostContextOf({ ...launched, ...other }, read, { locale: 'en', worker: {}, facts: {} }, england).subject.key;
    const elsewhere = { ...launched.issuer, iss: 'https://other.example/fhir' };
    expect(new Set([key({}), key({ patient: 'p-2' }), key({ issuer: elsewhere })]).size).toBe(3);
  });
});

describe('what a card said', () => {
  it('names a script of the pack, or nothing', () => {
    const card = (appContext: string | undefined) => scriptIn(appContext, england.scripts);
    expect(card('{"script":"smoking.vba","card":"c"}')).toBe('smoking.vba');
    for (const other of [undefined, '', '{', 'null', '[]', '{"script":"toString"}', '{"script":7}'])
      expect(card(other)).toBeUndefined();
  });
});

describe('the look of a record system', () => {
  it('is taken over as far as the prompt stays readable', () => {
    const style = {
      color_background: '#fffdf5',
      color_text: '#101010',
      color_highlight: '#0b5a8a',
      dim_border_radius: '2px',
    };
    expect(lookOf(style)).toMatchObject({
      '--advice-surface': '#fffdf5',
      '--advice-accent': '#0b5a8a',
      '--advice-radius': '2px',
    });
    expect(lookOf({ ...style, color_text: '#999999' })).toEqual({ '--advice-radius': '2px' });
    expect(lookOf({ ...style, color_background: '#202020', color_text: '#ffffff' })).toEqual({
      '--advice-radius': '2px',
    });
    expect(lookOf({ ...style, color_highlight: '#ffee00' })).not.toHaveProperty('--advice-accent');
  });

  it('is never more than plain values, whatever stands at its address', () => {
    expect(lookOf({ font_family_body: 'x; background: url(https://evil.example)', dim_font_size: '9999px' })).toEqual(
      {},
    );
    fc.assert(
      fc.property(fc.anything(), (style) => {
        expect(JSON.stringify(lookOf(style))).not.toMatch(/url|[;{}()].*[;()]/);
      }),
    );
  });
});

describe('who is there', () => {
  it('is the name in use, and the day of birth as the record writes it', () => {
    expect(personLine(person)).toEqual({ name: 'Ann Sample', birthDate: '1985-03-02' });
    const names = [
      { use: 'old', family: 'Before' },
      { use: 'usual', given: ['Ann', 'May'], family: 'Sample' },
    ];
    expect(personLine({ ...person, name: names, birthDate: '1985' })).toEqual({
      name: 'Ann May Sample',
      birthDate: '1985',
    });
  });

  it('is nobody where the record does not say', () => {
    fc.assert(fc.property(fc.anything(), (other) => personLine(other) === undefined));
    for (const name of [[], [{}], [null], [{ text: ' ' }], 'Ann', [{ given: 7 }]])
      expect(personLine({ ...person, name })).toBeUndefined();
  });
});
