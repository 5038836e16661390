import { describe, expect, it } from 'vitest';
import { reasonLine, speaker, type Audience, type Pack, type Reason } from '@everycontact/core';
import * as packs from '@everycontact/content';

const said = (pack: Pack, locale: string, reason: Reason, audience: Audience = 'worker') =>
  reasonLine(speaker(pack, { locale, audience }, '2026-11-22'), reason).text;

const packOf = (place: string) => Object.values(packs).find(({ id }) => id === place) as Pack;

describe('reasons of a service', () => {
  const opensIn = (inDays: number): Reason => ({
    code: 'opens',
    truth: true,
    with: { day: `2026-11-${22 + inDays}`, inDays, time: '09:00' },
  });
  const until: Reason = { code: 'open-until', truth: true, with: { time: '17:00' } };
  const about: Reason = { code: 'distance', truth: 'unknown', with: { metres: 1400 } };

  it.each([
    ['england', 'en-GB', [/^opens Tuesday,? 24 November at 09:00$/, /^open now, until 17:00$/, /^about 1\.4 km away$/]],
    [
      'denmark',
      'da-DK',
      [/^åbner tirsdag (den )?24\. november kl\. 09:00$/, /^åbent nu, til 17:00$/, /^cirka 1,4 km væk$/],
    ],
    [
      'sweden',
      'sv-SE',
      [/^öppnar tisdag (den )?24 november kl\. 09:00$/, /^öppet nu, till 17:00$/, /^ungefär 1,4 km bort$/],
    ],
  ] as const)('say in %s when it opens, until when, and about how far it is', (place, locale, words) => {
    const pack = packOf(place);
    expect([opensIn(2), until, about].map((reason) => said(pack, locale, reason))).toEqual(
      words.map((one) => expect.stringMatching(one) as unknown),
    );
  });

  it.each([
    ['england', 'en-GB', 'no referral needed', 'you can refer', 'needs a referral'],
    ['denmark', 'da-DK', 'kræver ingen henvisning', 'du kan henvise', 'kræver henvisning'],
    ['denmark', 'en', 'no referral needed', 'you can refer', 'needs a referral'],
    ['sweden', 'sv-SE', 'ingen remiss behövs', 'du kan remittera', 'kräver remiss'],
    ['sweden', 'en', 'no referral needed', 'you can refer', 'needs a referral'],
  ])('tell in %s, %s, that no referral is needed apart from who may refer', (place, locale, free, worker, person) => {
    const open: Reason = { code: 'route', truth: true };
    const referral: Reason = { ...open, with: { referral: true } };
    const pack = packOf(place);
    expect([said(pack, locale, open), said(pack, locale, referral), said(pack, locale, referral, 'person')]).toEqual([
      free,
      worker,
      person,
    ]);
  });

  it.each([
    ['england', 'en-GB', 'opens today at 09:00', 'opens tomorrow at 09:00'],
    ['denmark', 'da-DK', 'åbner i dag kl. 09:00', 'åbner i morgen kl. 09:00'],
    ['denmark', 'en', 'opens today at 09:00', 'opens tomorrow at 09:00'],
    ['sweden', 'sv-SE', 'öppnar i dag kl. 09:00', 'öppnar i morgon kl. 09:00'],
    ['sweden', 'en', 'opens today at 09:00', 'opens tomorrow at 09:00'],
  ])('call today and tomorrow so in %s, %s', (place, locale, today, tomorrow) => {
    expect([opensIn(0), opensIn(1)].map((reason) => said(packOf(place), locale, reason))).toEqual([today, tomorrow]);
  });

  it.each([
    ['england', 'en-GB', 'it is for ages 18 and over', 'it is for ages up to 25', 'check: for ages 16 to 25'],
    [
      'denmark',
      'da-DK',
      'tilbuddet er for personer fra 18 år',
      'tilbuddet er for personer op til 25 år',
      'tjek: for personer fra 16 til 25 år',
    ],
    [
      'sweden',
      'sv-SE',
      'det är för personer från 18 år',
      'det är för personer upp till 25 år',
      'kontrollera: för personer från 16 till 25 år',
    ],
  ])('say of ages in %s for whom it is, in a whole phrase', (place, locale, from, to, between) => {
    const ages: readonly Reason[] = [
      { code: 'age', truth: false, with: { min: 18 } },
      { code: 'age', truth: false, with: { max: 25 } },
      { code: 'age', truth: 'unknown', with: { min: 16, max: 25 } },
    ];
    expect(ages.map((reason) => said(packOf(place), locale, reason))).toEqual([from, to, between]);
  });
});
