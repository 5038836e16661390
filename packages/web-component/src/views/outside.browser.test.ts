import { render } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { click, find, opened } from '../../test/stage.js';
import { outside } from './outside.js';

afterEach(() => document.body.replaceChildren());

/** Where each group of digits stands, from left to right. */
function groupsAsSeen(text: string, dir: 'ltr' | 'rtl'): string[] {
  const place = document.createElement('p');
  place.dir = dir;
  document.body.append(place);
  render(outside('tel:08001570003', text), place);
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const groups: { group: string; left: number }[] = [];
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    for (const { 0: group, index } of data.matchAll(/\d+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + group.length);
      groups.push({ group, left: range.getBoundingClientRect().left });
    }
  }
  return groups.sort((one, other) => one.left - other.left).map(({ group }) => group);
}

it.each(['ltr', 'rtl'] as const)(
  'shows the groups of a number in the order in which they are dialled, in %s',
  (dir) => {
    const call = dir === 'ltr' ? 'Call 0800 157 0003' : '\u200fCall\u200f 0800 157 0003';
    expect(groupsAsSeen(call, dir)).toEqual(['0800', '157', '0003']);
  },
);

it('leaves the words as they are', () => {
  render(outside('tel:111', 'Call 0800 157 0003, or 111'), document.body);
  expect(document.body.textContent?.trim()).toBe('Call 0800 157 0003, or 111');
});

it('leaves the arrow of a link out of the page on no line of its own', async () => {
  const prompt = await opened();
  await click(prompt, 'Yes');
  const link = find(prompt, '[part=source] a')!;
  for (let width = 240; width < 400; width += 4) {
    prompt.style.inlineSize = `${width}px`;
    const words = [...link.querySelector('bdi')!.getClientRects()].at(-1)!;
    expect(link.getBoundingClientRect().bottom - words.bottom, `${width} pixels`).toBeLessThan(8);
  }
});
