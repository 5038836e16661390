import type { Speaker, View } from '@everycontact/core';
import { headingLine } from '../views/line.js';

/** What the live region says of a new step: how far along, the heading where the focus does not read it out, and what it came to. */
export function stepInWords(view: View, label: Speaker['label'], focused: boolean): string {
  const { progress } = view.common;
  const heading = view.kind === 'urgent' ? view.card.heading : headingLine(view);
  const outcome = view.kind === 'closed' && heading ? label(`outcome.${view.outcome}`) : undefined;
  const parts = [progress && label('ui.progress', { ...progress }), focused ? undefined : heading?.text, outcome];
  return parts.filter(Boolean).join('. ');
}

/** What the live region says of services: that they are looked for, how many there are, or that there are none. */
export function servicesInWords(view: View, label: Speaker['label']): string {
  if (!('groups' in view)) return '';
  const parts = view.groups.map(({ services, another }) => {
    if (services === 'looking') return label('ui.looking');
    if (services === 'unavailable') return label('ui.unavailable');
    const { length } = services.matches;
    const found = length ? `${label('ui.local')}: ${length}` : label('ui.no-match');
    return another ? `${another.text} ${found}` : found;
  });
  return [...new Set(parts)].join('. ');
}
