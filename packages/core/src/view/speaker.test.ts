import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Reader } from '../pack/reader.js';
import { distanceInWords } from './reason-words.js';
import { speaker } from './speaker.js';

const worker: Reader = { locale: 'en-GB', audience: 'worker' };

describe('a speaker', () => {
  it('notes a text past its review on the days after it only, in whichever order they are asked', () => {
    const noteOn = (today: string) => speaker(gardening, worker, today).line('ui.next').note;
    const { reviewBy } = gardening.texts['en-GB']?.['ui.next'] ?? { reviewBy: '' };
    expect([noteOn(reviewBy), noteOn('2099-01-01'), noteOn(reviewBy)]).toEqual([undefined, 'past-review', undefined]);
  });

  it('speaks to each reader in their own language', () => {
    const textFor = (reader: Reader) => speaker(gardening, reader, '2026-11-22').line('ui.next').lang;
    expect([textFor(worker), textFor({ ...worker, locale: 'ar-XB' }), textFor(worker)]).toEqual([
      'en-GB',
      'ar-XB',
      'en-GB',
    ]);
  });

  it('fills in parameters anew each time', () => {
    const say = speaker(gardening, worker, '2026-11-22');
    const of = (count: number) => say.label('ui.relax', { count, what: 'age' });
    expect([of(1), of(2)]).toEqual([expect.stringContaining('1'), expect.stringContaining('2')]);
  });
});

describe('a distance', () => {
  it('is said as it is walked: by hundreds of metres, then by tenths of a kilometre, then whole', () => {
    const say = speaker(gardening, worker, '2026-11-22');
    const said = [20, 949, 951, 1049, 1450, 12_345].map((metres) => distanceInWords(say, metres));
    expect(said).toEqual(['100 m', '900 m', '1 km', '1 km', '1.5 km', '12 km']);
  });
});
