import { describe, expect, it } from 'vitest';
import { oneService, read, whole } from '../test/one-service.js';
import { defaultTopics, needsOf, type TopicMap } from './needs.js';
import { readServices } from './read-services.js';

const named = (...names: string[]) => [{ ids: [], names }];
const found = (terms: Parameters<typeof needsOf>[1], text = '') =>
  needsOf(defaultTopics, terms, text).needs.map(({ need, how }) => `${need} ${how}`);

describe('needsOf', () => {
  it('takes the exact id of a term first', () => {
    const map: TopicMap = { debt: { ids: ['local:412'], main: [], side: [], words: {} } };
    expect(needsOf(map, [{ ids: ['LOCAL:412'], names: ['Money matters'] }], '').needs).toEqual([
      { need: 'debt', how: 'main', by: 'local:412' },
    ]);
  });
  it('then its name, trimmed and in any case', () => {
    expect(found(named(' Stop  Smoking '))).toEqual(['stop-smoking main']);
    expect(found(named('Rygestop'))).toEqual(['stop-smoking main']);
  });
  it('splits Parent>Child, and lets the parent count only aside', () => {
    expect(found(named('Health > Smoking cessation'))).toEqual(['stop-smoking main']);
    expect(found(named('Alcohol>Detox'))).toEqual(['alcohol-support side']);
  });
  it('then whole words in name and summary, marked as wording', () => {
    expect(found([], 'A group to quit smoking together')).toEqual(['stop-smoking wording']);
    expect(found([], 'Rygestopkursus for alle')).toEqual(['stop-smoking wording']);
    expect(found([], 'Rökavvänjning i grupp')).toEqual(['stop-smoking wording']);
    expect(found([], 'Indebted to nobody')).toEqual([]);
  });
  it('asks for both sides of a plus', () => {
    expect(found([], 'Help with smoking when you are pregnant')).toContain('stop-smoking-pregnancy wording');
    expect(found([], 'Yoga when you are pregnant')).toEqual([]);
  });
  it('finds a doctor, a midwife or a pharmacy by its term alone: many a service says "ask your GP surgery"', () => {
    expect(found(named('Vårdcentral'))).toEqual(['doctor main']);
    expect(found([], 'Ask your GP surgery, midwife or pharmacist about us')).toEqual([]);
  });
  it('gives a service several needs, the surest first, each once', () => {
    expect(found([...named('Lifestyle services'), ...named('Smoking')], 'stop smoking and debt')).toEqual([
      'stop-smoking main',
      'eat-well side',
      'healthy-weight side',
      'be-active side',
      'debt wording',
    ]);
  });
  it('names terms that lead nowhere', () => {
    expect(needsOf(defaultTopics, named('Bell ringing'), '').unmapped).toEqual(['bell ringing']);
  });
});

describe('needs in a feed', () => {
  it('keeps a service that meets no need and says that no rule can suggest it', () => {
    const { service, codes, report } = oneService({ name: 'Bell ringing', attributes: ['Bells'] });
    expect(service.needs).toEqual([]);
    expect(codes).toEqual(['need-missing']);
    expect(report.notCarried).toEqual({ 'attributes "bells" (no need)': 1 });
  });
  it('reports the words a need was found by', () => {
    const { report } = oneService({ attributes: undefined });
    expect(report.repaired).toMatchObject([
      { code: 'need-by-wording', found: 'stop smoking', did: 'matched to "stop-smoking"' },
    ]);
  });
  it('takes another map', () => {
    const topics: TopicMap = { bells: { main: ['stop smoking'], side: [], words: {} } };
    expect(readServices(JSON.stringify([whole]), { ...read, topics }).services[0]?.needs).toEqual([
      { need: 'bells', how: 'main' },
    ]);
  });
  it('reads the taxonomies of Open Referral UK 1.0', () => {
    const service_taxonomys = [{ taxonomy: { id: 'x', name: 'Debt' } }];
    expect(oneService({ attributes: undefined, name: 'Desk', service_taxonomys }).service.needs).toEqual([
      { need: 'debt', how: 'main' },
    ]);
  });
});
