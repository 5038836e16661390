import { render } from 'lit';
import { afterEach, expect, it } from 'vitest';
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
