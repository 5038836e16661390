import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../test/one-service.js';
import { readServices } from './read-services.js';

const feed = (name: string) => {
  const text = readFileSync(new URL(`../../../apps/demo/feeds/${name}`, import.meta.url), 'utf8');
  return { text, ...readServices(text, { ...read, feed: name }) };
};
const [england, denmark, sweden] = [feed('england.json'), feed('denmark.json'), feed('sweden.json')];
const example = feed('example.csv');
const count = ({ services }: typeof england, need: string) =>
  services.filter(({ needs }) => needs.some((one) => one.need === need)).length;

describe('the invented feeds', () => {
  it('hold enough services for all six behaviours', () => {
    expect([england, denmark, sweden, example].map(({ services }) => services.length)).toEqual([64, 25, 21, 10]);
    for (const need of [
      'stop-smoking',
      'alcohol-support',
      'eat-well',
      'healthy-weight',
      'be-active',
      'mental-wellbeing',
    ]) {
      expect(count(england, need), need).toBeGreaterThanOrEqual(7);
      expect(count(denmark, need), need).toBeGreaterThanOrEqual(2);
      expect(count(sweden, need), need).toBeGreaterThanOrEqual(2);
    }
    for (const need of ['stop-smoking-pregnancy', 'young-people', 'loneliness', 'debt', 'food']) {
      expect(count(england, need), need).toBeGreaterThanOrEqual(2);
    }
  });
  it('carry the faults that real feeds have', () => {
    const codes = new Set(
      [...england.report.repaired, ...england.report.merged, ...england.report.dropped].map(({ code }) => code),
    );
    for (const code of 'html-to-text empty-text age-no-limit point-swapped point-zero url-scheme-added url-dropped assured-old assured-missing date-read phone-cleaned hours-not-confirmed status-unknown organization-missing id-not-uuid need-by-wording duplicate-id nameless'.split(
      ' ',
    )) {
      expect(codes).toContain(code);
    }
  });
  it('carry faults in Swedish too, and what they say in words of who may come and how is understood', () => {
    const codes = new Set([...sweden.report.repaired, ...sweden.report.merged].map(({ code }) => code));
    for (const code of 'html-to-text age-no-limit url-scheme-added assured-old assured-missing id-not-uuid need-by-wording duplicate-id'.split(
      ' ',
    )) {
      expect(codes).toContain(code);
    }
    const named = (name: string) => sweden.services.find((one) => one.name.startsWith(name));
    expect(named('Mottagningen')?.access).toMatchObject({ self: 'no', professional: 'yes' });
    expect(named('Simning')?.who).toMatchObject({ men: 'no' });
    expect(named('Rökavvänjning')?.locations[0]?.stepFree).toBe('yes');
  });
  it('say of every organisation that it is invented', () => {
    for (const { organization } of [...england.services, ...example.services])
      expect(organization.name).toMatch(/\(invented\)$|^$/);
    for (const { organization } of denmark.services) expect(organization.name).toMatch(/\(opdigtet\)$/);
    for (const { organization } of sweden.services) expect(organization.name).toMatch(/\(påhitta(d|t)\)$/);
  });
  it('reach nobody: phone numbers kept for drama, addresses reserved for examples, postcodes not in use', () => {
    for (const { phone } of [...england.services, ...example.services]) {
      expect(phone ?? '01632 960000').toMatch(/^(01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3})$/);
    }
    expect([...denmark.services, ...sweden.services].every(({ phone }) => phone === undefined)).toBe(true);
    for (const { text } of [england, denmark, sweden, example]) {
      for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([\w.-]+)/g)) expect(host).toBe('example.org');
      for (const [postcode] of text.matchAll(/\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b/g)) expect(postcode).toMatch(/^Z[XY]/);
    }
  });
});
