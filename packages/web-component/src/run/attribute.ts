import type { ComplexAttributeConverter } from 'lit';

const warned = new Set<string>();

/** Reads a boolean attribute, off unless written. `="false"` is meant as off, so it is off, and said once. */
export function flag(attribute: string): ComplexAttributeConverter<boolean> {
  return {
    fromAttribute: (value) => isOn(attribute, value),
    toAttribute: (value) => (value ? '' : null),
  };
}

/** Whether a boolean is on, also where a framework hands over text instead of a boolean. */
export function isOn(attribute: string, value: unknown): boolean {
  if (value !== 'false') return typeof value === 'string' || value === true;
  warn('attribute-boolean', attribute, '"false", taken as off. Leave it out.');
  return false;
}

/**
 * As half of those who write it spell it, or as the property is called: without a word a `subjectkey` would wipe nothing when
 * another person comes, and nobody would know why.
 */
export function lookForMisspelt(element: Element, known: readonly string[]): void {
  const spelt = new Map(known.map((one) => [bare(one), one]));
  for (const name of [...element.getAttributeNames(), ...Object.keys(element)]) {
    const meant = spelt.get(bare(name)) ?? name;
    if (meant !== name) warn('attribute-unknown', name, `unknown. Write "${meant}".`);
  }
}

const bare = (name: string) => name.replace(/[-u]/g, '');

function warn(code: string, attribute: string, found: string): void {
  if (warned.has(attribute)) return;
  warned.add(attribute);
  console.warn(`[everycontact/${code}] The attribute "${attribute}" of <advice-prompt> is ${found}`);
}
