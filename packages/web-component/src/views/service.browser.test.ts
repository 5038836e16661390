import { aService } from '@everycontact/core/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { all, click, drawn, find, opened } from '../../test/stage.js';
import type { AdvicePrompt } from '../prompt.js';

beforeEach(async () => {
  document.body.replaceChildren();
  await page.viewport(390, 700);
});
afterEach(async () => {
  await page.viewport(1024, 768);
});

const names = ['Clinic', 'Pharmacy', 'Bus'];
const services = names.map((name) =>
  aService({ id: name, name, summary: 'Twelve weeks of support, and aids for free.', phone: '01632 960 001' }),
);

/** At the services of a talk about smoking. */
async function atServices(width: number, given: Partial<AdvicePrompt> = {}): Promise<AdvicePrompt> {
  const prompt = await opened({ services, ...given });
  prompt.style.inlineSize = `${width}px`;
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  return prompt;
}

const cards = (prompt: AdvicePrompt) => all(prompt, '.service');
const seen = (card: HTMLElement, selector: string) =>
  [...card.querySelectorAll(selector)].some((one) => one.checkVisibility());
const expectWhole = (card: HTMLElement) => {
  for (const part of ['.ways', '.marks', '.about']) expect(seen(card, part), part).toBe(true);
};

test('a narrow prompt shows its first service whole, and of the others who, what and why', async () => {
  const [first, ...others] = cards(await atServices(360));
  expectWhole(first!);
  expect(seen(first!, '.more')).toBe(false);
  expect(others).toHaveLength(2);
  for (const card of others) {
    for (const part of ['h5', '.reasons', '.more']) expect(seen(card, part), part).toBe(true);
    for (const part of ['.ways', '.marks', '.about']) expect(seen(card, part), part).toBe(false);
  }
});

test('the rest of a service is one press away, and stays while something else is drawn', async () => {
  const prompt = await atServices(360);
  const [, second, third] = cards(prompt);
  second!.querySelector<HTMLElement>('.more summary')!.click();
  expectWhole(second!);
  expect(seen(third!, '.marks')).toBe(false);
  second!.querySelector<HTMLElement>('.mark')!.click();
  await drawn(prompt);
  expectWhole(second!);
  expect(second!.querySelector('.mark')!.getAttribute('aria-pressed')).toBe('true');
});

test('a wide prompt shows every service whole, with nothing to open first', async () => {
  await page.viewport(1024, 768);
  for (const card of cards(await atServices(560))) {
    expectWhole(card);
    expect(seen(card, '.more')).toBe(false);
  }
});

test('the way on stays in the window while services are read, and covers nothing that has the focus', async () => {
  const prompt = await atServices(360);
  const onward = find(prompt, '.onward .main')!;
  window.scrollTo(0, 0);
  expect(find(prompt, '.panel')!.getBoundingClientRect().bottom).toBeGreaterThan(innerHeight);
  expect(onward.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
  const covered = innerHeight - onward.getBoundingClientRect().top;
  for (const one of all(prompt, '.need :is(a, button, summary)').filter((each) => each.checkVisibility())) {
    // Chromium now and then brings it to the middle by itself, so the room that is asked for is looked at, too.
    expect(parseFloat(getComputedStyle(one).scrollMarginBlockEnd), one.textContent).toBeGreaterThanOrEqual(covered);
    // At the lower edge of the window, where the way on stands.
    window.scrollBy(0, one.getBoundingClientRect().bottom - innerHeight);
    one.focus();
    const { top, bottom } = one.getBoundingClientRect();
    expect(top, one.textContent).toBeGreaterThanOrEqual(0);
    expect(bottom, one.textContent).toBeLessThanOrEqual(onward.getBoundingClientRect().top);
  }
  window.scrollTo(0, 0);
});

test('the way on comes into the window with the services, not before', async () => {
  const prompt = await atServices(360);
  const space = document.body.insertBefore(document.createElement('div'), document.body.firstChild);
  window.scrollTo(0, 0);
  space.style.blockSize = `${innerHeight - find(prompt, '.needs')!.getBoundingClientRect().top}px`;
  expect(find(prompt, '.heading')!.getBoundingClientRect().bottom).toBeLessThan(innerHeight);
  expect(find(prompt, '.onward .main')!.getBoundingClientRect().top).toBeGreaterThanOrEqual(innerHeight);
});

test('the way on takes no room from a low window', async () => {
  await page.viewport(390, 400);
  const prompt = await atServices(360);
  window.scrollTo(0, 0);
  expect(find(prompt, '.onward .main')!.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
});
