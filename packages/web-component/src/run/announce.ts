import { nothingFits, type Group, type Speaker, type View } from '@everycontact/core';
import { headingLine } from '../views/line.js';

/**
 * What the live region says of a new step: how far along, the heading where the focus does not read it out, and what it came to,
 * where that is on the screen.
 */
export function stepInWords(view: View, label: Speaker['label'], focused: boolean, outcome?: string): string {
  const { progress } = view.common;
  const heading = view.kind === 'urgent' ? view.card.heading : headingLine(view);
  const parts = [progress && label('ui.progress', { ...progress }), focused ? undefined : heading?.text, outcome];
  return parts.filter(Boolean).join('. ');
}

/**
 * What the live region says of what comes while a step stands: that services are looked for, how many there are, or that
 * there are none; which is the next one after a no; that nothing can be undone any more. Where there is nothing to miss it
 * says how many lines are always there: it never ends with looking.
 */
export function newsInWords(view: View, label: Speaker['label']): string {
  if (view.kind === 'closed' && view.settled) return label('ui.settled');
  if (!('groups' in view)) return '';
  const parts = view.groups.map((group) => {
    const { services, another } = group;
    if (typeof services === 'string') return label(`ui.${services}`);
    const next = another && services.matches.find(({ passed }) => !passed);
    const found = foundInWords(group, services.matches.length, label);
    return [another?.text, next && `${next.name}.`, found].filter(Boolean).join(' ');
  });
  return [...new Set(parts)].join('. ');
}

function foundInWords(group: Group, found: number, label: Speaker['label']): string {
  if (found) return `${label('ui.local')}: ${found}`;
  return nothingFits(group) ? label('ui.no-match') : `${label('ui.national')}: ${group.national.length}`;
}
