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
  if (!warned.has(attribute)) {
    warned.add(attribute);
    console.warn(
      `[everycontact/attribute-boolean] The attribute "${attribute}" of <advice-prompt> is "false". It is a boolean: leave it out instead. It is taken as off.`,
    );
  }
  return false;
}
