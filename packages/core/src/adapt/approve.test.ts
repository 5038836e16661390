import { describe, expect, it } from 'vitest';
import { gardeningAndFishing as base } from '../../test/two-behaviours.js';
import { parseAdaptation } from '../parse.js';
import type { Adaptation } from '../pack/adaptation.js';
import type { Pack, Standing } from '../pack/pack.js';
import { verifyPack } from '../verify/verify.js';
import { adaptPack } from './adapt.js';

const draft = { standing: 'draft', checkedOn: '2026-11-22', reviewBy: '2027-05-22' } as const;
const asDraft = <T extends Standing>(all: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, ...draft }]));
/** Everything in it is a draft, urgent lines too. */
const drafts: Pack = {
  ...base,
  sources: asDraft(base.sources),
  place: { ...base.place, facts: asDraft(base.place.facts) },
  instruments: asDraft(base.instruments),
  texts: Object.fromEntries(Object.entries(base.texts).map(([locale, texts]) => [locale, asDraft(texts)])),
  urgentHelp: Object.fromEntries(
    Object.entries(base.urgentHelp).map(([id, card]) => [
      id,
      { ...card, lines: card.lines.map((line) => ({ ...line, ...draft })) },
    ]),
  ),
};
const officer = { role: 'Clinical safety officer', kind: 'clinical-safety', on: '2026-12-01' } as const;
const owner = { role: 'Director of public health', kind: 'local-owner', on: '2026-12-03' } as const;
const approved = { digest: drafts.digest, reviewBy: '2027-03-01', approvals: [officer, owner] };
const local = (more: Partial<Adaptation> = {}): Adaptation => ({
  schema: 'everycontact/adaptation@1',
  id: 'village',
  version: '2026.1',
  base: 'outdoors@1.0.0',
  safeguarding: {
    id: 'lead',
    name: 'local.lead',
    url: 'https://example.org/',
    source: 'handbook',
    ...draft,
    standing: 'verified',
  },
  texts: { 'en-GB': { 'local.lead': { words: 'The duty lead', ...draft } } },
  approved,
  ...more,
});

describe('a place that has read the pack', () => {
  it('answers for the drafts of the base, with who read them and when they are due', () => {
    const { pack } = adaptPack(drafts, local());
    const key = Object.keys(drafts.texts['en-GB']!)[0]!;
    expect(pack?.texts['en-GB']![key]).toMatchObject({
      standing: 'verified',
      checkedOn: '2026-12-03',
      reviewBy: '2027-03-01',
      approvals: [officer, owner],
    });
    const where = verifyPack(pack!, '2026-12-05', { release: true })
      .findings.filter(({ code }) => code === 'not-approved')
      .map((finding) => finding.where.split('.')[0]);
    expect(new Set(where)).toEqual(new Set(['urgentHelp', 'texts']));
    expect(where.filter((part) => part === 'texts')).toHaveLength(1);
  });

  it('lifts no urgent line, and no words of its own', () => {
    const { pack } = adaptPack(drafts, local());
    expect(pack?.texts['en-GB']!['local.lead']?.standing).toBe('draft');
    for (const { lines } of Object.values(pack!.urgentHelp))
      expect(lines.map(({ standing }) => standing)).not.toContain('verified');
  });

  it('adds to who approved it before, and answers no longer than they do', () => {
    const before = { role: 'Helpline', kind: 'local-owner', on: '2026-10-01' } as const;
    const { club } = drafts.needs;
    const line = { ...club!.national[0]!, ...draft, reviewBy: '2027-01-01', approvals: [before] };
    const { pack } = adaptPack(
      { ...drafts, needs: { ...drafts.needs, club: { ...club!, national: [line] } } },
      local(),
    );
    expect(pack?.needs.club?.national[0]).toMatchObject({
      standing: 'verified',
      reviewBy: '2027-01-01',
      approvals: [before, officer, owner],
    });
  });

  it('is told as one difference, with who it was', () => {
    const { differs } = adaptPack(drafts, local());
    const told = differs?.filter(({ where }) => where === 'approved').map((one) => one.local);
    expect(told).toEqual([expect.stringContaining('Clinical safety officer')]);
    expect(differs?.filter(({ where }) => where.endsWith('.standing'))).toEqual([]);
  });

  it('is refused for another digest, or where nobody read for clinical safety', () => {
    const other = adaptPack(drafts, local({ approved: { ...approved, digest: 'sha256-other' } }));
    expect(other.problems?.map(({ code }) => code)).toEqual(['approval-of-another']);
    expect(other.problems?.[0]?.message).toMatch(
      /expected the digest of the pack itself, \S+@\S+, ".*", found ".*": read/,
    );
    const unsafe = adaptPack(drafts, local({ approved: { ...approved, approvals: [owner] } }));
    expect(unsafe.problems?.map(({ code }) => code)).toEqual(['approval-missing']);
  });

  it('is read from JSON with its days and kinds', () => {
    expect(parseAdaptation(local()).problems).toBeUndefined();
    const wrong = { ...approved, reviewBy: 'soon', approvals: [{ ...officer, kind: 'friend' }] };
    expect(parseAdaptation({ ...local(), approved: wrong }).problems?.map(({ where }) => where)).toEqual([
      'approved.reviewBy',
      'approved.approvals.0.kind',
    ]);
    expect(parseAdaptation({ ...local(), approved: { ...approved, approvals: [] } }).problems).toHaveLength(1);
  });
});
