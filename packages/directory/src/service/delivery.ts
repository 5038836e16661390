import type { Service } from '@everycontact/core';

type Delivery = Service['delivery'][number];

const rules: readonly (readonly [Delivery, RegExp])[] = [
  ['in-person', /\bin[- ]?person|\bface[- ]to[- ]face|\bvenue|\bon site|\bfysisk|\bfremmøde|\bpå plats/i],
  ['phone', /\b(?:tele)?phone\b|\bhelpline|\bphone line|\btelefon/i],
  ['online', /\bonline|\bvirtual|\bvideo|\bweb(?:inar|chat)?\b|\bapp\b|\bdigital/i],
  ['home-visit', /\bhome[- ]visit|\bin your (?:own )?home|\bhjemmebesøg|\bhembesök/i],
];

/**
 * How the service reaches people. What it states as its ways of attending decides; otherwise places to go to count as
 * in person. `beside` is text that speaks of little else (topics, the name, schedules): a description is not read,
 * because "book online" would make every service an online one.
 */
export function deliveryOf(
  stated: string,
  beside: string,
  places: { readonly toGo: boolean; readonly virtual: boolean },
): readonly Delivery[] {
  const said = (text: string): readonly Delivery[] =>
    rules.filter(([, says]) => says.test(text)).map(([delivery]) => delivery);
  const ways = said(stated);
  const found = new Set<Delivery>([...ways, ...said(beside)]);
  if (places.toGo && ways.length === 0) found.add('in-person');
  if (places.virtual) found.add('online');
  return rules.map(([delivery]) => delivery).filter((delivery) => found.has(delivery));
}
