import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import type { Match, Pack } from '@everycontact/core';
import { takeAway, type TakeAway } from '@everycontact/core/take-away';
import { aRecord } from '@everycontact/core/testing';
import { beforeEach, expect, it } from 'vitest';
import { drawn } from './drawn.js';
import { sheetStyle } from './sheet-style.js';

const organisation = {
  name: 'Wexmarsh Health Centre (invented)',
  address: '1 Mill Lane, Wexmarsh, ZX1 4AB',
  phone: '01632 960 000',
  web: 'https://example.org/wexmarsh-health-centre',
};
/** Two services that say everything a feed can say of one. */
const services: readonly Match[] = [
  {
    service: 'adviser',
    name: 'Wexmarsh Stop Smoking Service',
    organization: 'Wexmarsh Council Public Health (invented)',
    responsible: 'the prevention team',
    eligible: 'eligible',
    reasons: [],
    phone: '0808 157 0001',
    email: 'wexmarsh-stop-smoking-se@example.org',
    url: 'https://example.org/wexmarsh/wexmarsh-stop-smoking-service',
    address: 'Saltgate Health Hub, 1 Saltgate, Wexmarsh, ZX1 4AB',
    hoursText: 'Monday to Friday 09:00–17:00, Tuesday also 18:00–20:00',
    howTo: 'You can refer yourself: call or write, or ask somebody to do it with you.',
    cost: 'free',
    assuredOn: '2026-10-20',
  },
  {
    service: 'pharmacy',
    name: 'Harbour Street Pharmacy: stop smoking with us',
    organization: 'Harbour Street Pharmacy Ltd (invented)',
    responsible: 'directory.team@example.org',
    eligible: 'eligible',
    reasons: [],
    phone: '01632 960 114',
    email: 'harbour-street@example.org',
    url: 'https://example.org/wexmarsh/harbour-street-pharmacy',
    address: '24 Harbour Street, Wexmarsh, ZX1 4QQ',
    hoursText: 'Monday to Saturday 08:30–18:30, Sunday 10:00–16:00',
    howTo: 'Come in and ask at the counter. No appointment is needed.',
    cost: 'free',
    assuredOn: '2026-09-01',
  },
];
const chosen = services.map(({ service, name }) => ({ service, name, how: 'told' as const }));
const editions = [england, denmark, sweden].flatMap((pack) => pack.locales.map((locale) => ({ pack, locale })));

/** What is left of a sheet of A4 within the margins of its own style. */
const [block, inline] = /@page \{ margin: (\d+)mm (\d+)mm; \}/.exec(sheetStyle)!.slice(1).map(Number) as [
  number,
  number,
];
const page = { width: `${210 - 2 * inline}mm`, height: `${297 - 2 * block}mm` };

function sheetFor(pack: Pack, locale: string, need: string, preview: boolean): TakeAway {
  const signposts = [{ need, because: '', services, chosen }];
  const record = aRecord({ pack, place: pack.place.id, locale, outcome: 'told', signposts });
  return takeAway([record], pack, { reader: { locale, audience: 'person' }, organisation, preview })!;
}

/** The space of one page, and the sheet as it would be printed on it. */
function onPaper(given: TakeAway, large = true): readonly [HTMLElement, HTMLElement] {
  const paper = document.createElement('div');
  Object.assign(paper.style, page);
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.append(paper);
  return [paper, drawn(root, paper, given, large, CSSStyleSheet)];
}

beforeEach(() => {
  document.body.replaceChildren();
});

it.each(editions)(
  'fits on one page in large type, with two full services and the national line, in $locale of $pack.id',
  ({ pack, locale }) => {
    for (const [need, { national }] of Object.entries(pack.needs)) {
      const [paper, sheet] = onPaper(sheetFor(pack, locale, need, national.length === 1));
      expect(sheet.offsetHeight, need).toBeLessThanOrEqual(paper.offsetHeight);
    }
  },
);

it('leaves nothing out to fit, and no number falls apart', () => {
  const given = sheetFor(england, 'en-GB', 'stop-smoking', false);
  const [, sheet] = onPaper(given);
  const facts = given.groups.flatMap(({ entries }) => entries.flatMap((entry) => entry.facts));
  for (const { text } of facts) expect(sheet.textContent).toContain(text);
  const phones = [...sheet.querySelectorAll<HTMLElement>('.phone')];
  expect(phones.map(({ textContent }) => textContent)).toEqual(['0808 157 0001', '01632 960 114', '0300 123 1044']);
  for (const phone of phones) expect(phone.getClientRects()).toHaveLength(1);
});

it('keeps the number of whoever hands it out in one piece, wherever its line ends', () => {
  const [paper, sheet] = onPaper(sheetFor(england, 'en-GB', 'stop-smoking', false));
  const phone = [...sheet.querySelectorAll('.head bdi')].find(({ textContent }) => textContent === organisation.phone)!;
  const digits = document.createRange();
  digits.selectNodeContents(phone);
  for (let width = 700; width > 300; width -= 20) {
    paper.style.width = `${width}px`;
    expect(digits.getClientRects(), `${width} pixels`).toHaveLength(1);
  }
});

it.each([
  ['small', false],
  ['large', true],
])('begins each name at the same margin in %s type, whether a code stands beside it or not', (_, large) => {
  const [, sheet] = onPaper(sheetFor(denmark, 'da-DK', 'stop-smoking', false), large);
  const entries = [...sheet.querySelectorAll('.entry')];
  expect(new Set(entries.map((entry) => entry.querySelector('.code') !== null)).size).toBe(2);
  for (const entry of entries) {
    const { left, right } = entry.getBoundingClientRect();
    expect(entry.querySelector('h3')!.getBoundingClientRect().left).toBeCloseTo(left, 0);
    const code = entry.querySelector('.code');
    if (code) expect(code.getBoundingClientRect().right).toBeCloseTo(right, 0);
  }
});
