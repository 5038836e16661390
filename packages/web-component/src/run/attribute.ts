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
  warn('attribute-boolean', attribute, '"false". It is a boolean: leave it out instead. It is taken as off.');
  return false;
}

/** As half of those who write it spell it: without a word the agenda would open, and nobody would know why. */
export function lookForBehavior(element: Element): void {
  const found = element.hasAttribute('behavior') || 'behavior' in element;
  if (found) warn('attribute-unknown', 'behavior', 'unknown. Write "behaviour".');
}

function warn(code: string, attribute: string, found: string): void {
  if (warned.has(attribute)) return;
  warned.add(attribute);
  console.warn(`[everycontact/${code}] The attribute "${attribute}" of <advice-prompt> is ${found}`);
}
