import { nothingFits, type Speaker, type View } from '@everycontact/core';

/**
 * What the live region says of a new step, as it stands on the screen: the heading and what describes it, where the focus does
 * not read them out, and what it came to.
 */
export const stepInWords = (root: ParentNode, focused: unknown): readonly string[] =>
  Array.from(
    root.querySelectorAll(`.outcome${focused ? '' : ', .eyebrow span, .heading, .prompt'}`),
    ({ textContent }) => textContent,
  );

/**
 * What the live region says of what comes while a step stands: that services are looked for, how many there are, or that
 * there are none; which is the next one after a no; that nothing can be undone any more. Where there is nothing to miss it
 * says how many lines are always there: it never ends with looking.
 */
export function newsInWords(view: View, label: Speaker['label']): string {
  if (!('groups' in view)) return 'settled' in view ? label('ui.settled') : '';
  const parts = view.groups.map((group) => {
    const { services, another, national } = group;
    if (typeof services === 'string') return label(`ui.${services}`);
    const { matches } = services;
    const next = another && matches.find(({ passed }) => !passed);
    const found = matches.length
      ? `${label('ui.local')}: ${matches.length}`
      : nothingFits(group)
        ? label('ui.no-match')
        : `${label('ui.national')}: ${national.length}`;
    return [another?.text, next && `${next.name}.`, found].filter(Boolean).join(' ');
  });
  return [...new Set(parts)].join('. ');
}
