import { describe, expect, it } from 'vitest';
import { useDemo, type Visit } from './demo.js';
import { lastOutcome, mouse, see } from './talk.js';
import { english, languages, type Words } from './words.js';

const demo = useDemo();
const host = (words: Words) =>
  words === english
    ? {
        open: 'Open the conversation',
        why: 'Why?',
        none: 'Nothing to raise now.',
        known: 'What the prompt knows from the record',
      }
    : {
        open: 'Åbn samtalen',
        why: 'Hvorfor?',
        none: 'Intet at tage op nu.',
        known: 'Det ved samtaleværktøjet fra journalen',
      };

/** From the card to a referral, and the end. */
async function referredFromCard(visit: Visit, words: Words): Promise<void> {
  const { label, line } = words;
  await visit.page.getByRole('button', { name: host(words).open }).click();
  await see(visit, line('smoking.vba.smokes.say'));
  await mouse.answer(visit, words, 'yes');
  await mouse.next(visit, label('ui.next'));
  await see(visit, line('smoking.vba.act.say'));
  // Until the local ones have been looked up, the first is a national line.
  await visit.prompt.locator('.service').first().waitFor();
  await visit.prompt
    .getByRole('button', { name: label('ui.referred'), exact: true })
    .first()
    .click();
  await mouse.next(visit, label('ui.continue'));
  await mouse.next(visit, label('ui.done'));
}

interface Written {
  readonly resourceType: string;
  readonly subject?: { readonly reference: string };
}
const state = ({ page }: Visit) => page.locator('[data-state]').getAttribute('data-state');
const written = async ({ page }: Visit): Promise<readonly Written[]> =>
  (await page.locator('.resources pre').allTextContents()).map((json) => JSON.parse(json) as Written);
const person = ({ page }: Visit, index: number) => page.locator('[data-person]').nth(index);

describe.each(languages)('the record in $language', (words) => {
  it('shows one quiet card, opens the prompt from it, and writes the contact back where it can be seen', async () => {
    const visit = await demo.open(`/record/${words.path}`);
    const { page, prompt } = visit;
    await page.getByText(host(words).known).click();
    await page.locator('.known').getByText('birthDate').waitFor();
    await page.locator('.known').getByText('valueCodeableConcept').waitFor();
    expect(await page.locator('.card .summary').count()).toBe(1);
    await page.locator('.card').getByText(host(words).why).click();
    await page.locator('.card').getByText(words.line('behaviour.smoking')).first().waitFor();
    await referredFromCard(visit, words);
    const record = await lastOutcome(visit);
    expect(record.outcome).toBe('referred');

    await expect.poll(() => state(visit)).toBe('saved');
    const resources = await written(visit);
    expect(resources.map(({ resourceType }) => resourceType).sort()).toEqual([
      'HealthcareService',
      'Observation',
      'Procedure',
      'Provenance',
      'QuestionnaireResponse',
      'ServiceRequest',
    ]);
    const subjects = new Set(resources.flatMap(({ subject }) => subject?.reference ?? []));
    expect(subjects).toEqual(new Set([`Patient/${await person(visit, 0).getAttribute('data-person')}`]));
    expect(await page.locator('.resources').textContent()).toContain(record.signposts[0]?.chosen[0]?.name);

    await page.locator('.card').getByText(host(words).none).waitFor();
    expect(await prompt.isVisible()).toBe(true);
    expect(visit.requests.every((url) => url.startsWith(demo.at()) && !url.includes('fhir'))).toBe(true);
  });

  it('has nothing to raise with somebody who was asked lately, nor with somebody under age, and says why', async () => {
    const visit = await demo.open(`/record/${words.path}`);
    for (const index of [1, 2]) {
      await person(visit, index).click();
      await visit.page.locator('.card').getByText(host(words).none).waitFor();
      expect(await visit.page.locator('.card details p').count()).toBe(1);
    }
  });
});

it('says so when the record does not answer, keeps the contact, and sends it once when asked again', async () => {
  const visit = await demo.open('/record/');
  const { page } = visit;
  await page.getByRole('button', { name: host(english).open }).waitFor();
  await page.getByRole('checkbox').check();
  await referredFromCard(visit, english);
  await expect.poll(() => state(visit)).toBe('not-saved');
  expect(await written(visit)).toEqual([]);
  await page.locator('.card').getByText(host(english).none).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => state(visit)).toBe('not-saved');
  await page.getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => state(visit)).toBe('saved');
  const types = (await written(visit)).map(({ resourceType }) => resourceType);
  expect(new Set(types).size).toBe(types.length);
});

it('writes into the record of the person the talk was with, whoever is open by then', async () => {
  const visit = await demo.open('/record/');
  const margaret = await person(visit, 0).getAttribute('data-person');
  await referredFromCard(visit, english);
  await person(visit, 1).click();
  await visit.page.getByRole('heading', { name: 'Abena Osei' }).waitFor();
  await visit.page.locator('.card').getByText(host(english).none).waitFor();
  expect(await visit.page.locator('[data-state]').isVisible()).toBe(false);
  await person(visit, 0).click();
  await visit.page.getByRole('heading', { name: 'Margaret Hartley' }).waitFor();
  const records = await visit.outcomes();
  const subjects = new Set((await written(visit)).flatMap(({ subject }) => subject?.reference ?? []));
  expect([records.length, [...subjects]]).toEqual([1, [`Patient/${margaret}`]]);
});

it('is quiet once the card is put aside', async () => {
  const visit = await demo.open('/record/');
  await visit.page.getByRole('button', { name: 'Not now' }).click();
  await visit.page.locator('.card').getByText(host(english).none).waitFor();
  await person(visit, 1).click();
  await visit.page.getByRole('heading', { name: 'Abena Osei' }).waitFor();
  await person(visit, 0).click();
  await visit.page.getByRole('heading', { name: 'Margaret Hartley' }).waitFor();
  await visit.page.locator('.card').getByText(host(english).none).waitFor();
  expect(await visit.page.getByRole('button', { name: host(english).open }).count()).toBe(0);
});
