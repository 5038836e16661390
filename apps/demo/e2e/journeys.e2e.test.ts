import { describe, expect, it } from 'vitest';
import { useDemo } from './demo.js';
import { keyboard, lastOutcome, mouse, see, wholeContact } from './talk.js';
import { languages } from './words.js';

const demo = useDemo();
const pages = ['/case-management/', '/record/'];
const hands = [mouse, keyboard];
const cases = pages.flatMap((page) =>
  languages.flatMap((words) => hands.map((hand) => ({ page, words, hand, name: hand.name, language: words.language }))),
);

describe.each(cases)('$page in $language by $name', ({ page, words, hand }) => {
  it('goes from the question to a service and hands over one record', async () => {
    const visit = await demo.open(page + words.path);
    const record = await wholeContact(visit, words, hand);
    expect(record.outcome).toBe('told');
    expect(record.locale).toBe(words.lang);
    expect(record.reached).toEqual({ asked: true, advised: true, offered: true });
    expect(record.answers.map(({ value }) => value)).toEqual(['yes']);
    expect(record.signposts[0]?.chosen).toHaveLength(1);
    const service = record.signposts[0]?.chosen[0]?.name ?? '';
    expect(service).not.toBe('');

    const shown = {
      '/case-management/': visit.page.getByRole('tabpanel').getByText(service),
      '/record/': visit.page.locator('[data-part="summary"]').getByText(service),
    }[page];
    await shown?.first().waitFor();
    await visit.page.keyboard.press('Escape');
    expect(await visit.outcomes()).toHaveLength(1);
  });
});

describe.each(languages)('/intranet/ in $language', (words) => {
  const { label, line } = words;

  it('needs three keys for the shortest outcome', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await visit.prompt.getByRole('button', { name: label('ui.open'), exact: true }).focus();
    for (const key of ['Enter', '3', 'Enter']) await visit.page.keyboard.press(key);
    expect((await lastOutcome(visit)).outcome).toBe('not-relevant');
  });

  it('only moves with the arrows, and answers with Enter', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await mouse.open(visit, words);
    await visit.prompt.getByRole('radio', { name: line('smoking.vba.smokes.yes'), exact: true }).focus();
    await visit.page.keyboard.press('ArrowDown');
    await see(visit, line('smoking.vba.smokes.say'));
    await visit.page.keyboard.press('Enter');
    await see(visit, line('smoking.vba.close-ex.say'));
  });

  it('goes back for free, and asks again without losing the place', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await keyboard.open(visit, words);
    await keyboard.answer(visit, words, 'yes');
    await see(visit, line('smoking.vba.advise.say'));
    await visit.page.keyboard.press('b');
    await see(visit, line('smoking.vba.smokes.say'));
    await keyboard.answer(visit, words, 'never');
    await see(visit, line('smoking.vba.close-never.say'));
    await keyboard.next(visit, label('ui.done'));
    const { outcome, answers } = await lastOutcome(visit);
    expect(outcome).toBe('not-relevant');
    expect(answers.map(({ value, setAside = false }) => [value, setAside])).toEqual([
      ['yes', true],
      ['never', false],
    ]);
  });

  it('says why a service is suggested', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await mouse.open(visit, words);
    await mouse.answer(visit, words, 'yes');
    await mouse.next(visit, label('ui.next'));
    const service = visit.prompt.locator('.service').first();
    await service.getByText(label('ui.why-this'), { exact: true }).click();
    const why = service.locator('details li').first();
    await why.waitFor();
    expect(await why.textContent()).toContain(line('smoking.why.smoker'));
    expect(await why.textContent()).toContain(line('smoking.vba.smokes.yes'));
  });
});
