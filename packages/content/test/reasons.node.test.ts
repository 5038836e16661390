import { describe, expect, it } from 'vitest';
import { reasonLine, speaker, type Pack, type Reason } from '@everycontact/core';
import * as packs from '@everycontact/content';

const said = (pack: Pack, locale: string, reason: Reason) =>
  reasonLine(speaker(pack, { locale, audience: 'worker' }, '2026-11-22'), reason).text;

describe('reasons of a service', () => {
  const opens: Reason = { code: 'opens', truth: true, with: { day: '2026-11-23', time: '09:00' } };
  const until: Reason = { code: 'open-until', truth: true, with: { time: '17:00' } };
  const about: Reason = { code: 'distance', truth: 'unknown', with: { metres: 1400 } };

  it.each([
    ['england', 'en-GB', [/^opens Monday,? 23 November at 09:00$/, /^open now, until 17:00$/, /^about 1\.4 km away$/]],
    [
      'denmark',
      'da-DK',
      [/^åbner mandag (den )?23\. november kl\. 09:00$/, /^åbent nu, til 17:00$/, /^cirka 1,4 km væk$/],
    ],
    [
      'sweden',
      'sv-SE',
      [/^öppnar måndag (den )?23 november kl\. 09:00$/, /^öppet nu, till 17:00$/, /^ungefär 1,4 km bort$/],
    ],
  ] as const)('say in %s when it opens, until when, and about how far it is', (place, locale, words) => {
    const pack = Object.values(packs).find(({ id }) => id === place);
    expect([opens, until, about].map((reason) => pack && said(pack, locale, reason))).toEqual(
      words.map((one) => expect.stringMatching(one) as unknown),
    );
  });
});
