import type { Value } from './fact.js';
import type { Domain } from './pack.js';

/** Whether a fact can have a value: asked alike when a pack is read and when a host tells a fact. */
export function fitsDomain(domain: Domain, value: Value | undefined): boolean {
  switch (domain.type) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return domain.values.includes(String(value));
    case 'number':
      return typeof value === 'number' && value >= domain.min && value <= domain.max;
    case 'language':
      return typeof value === 'string' && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(value);
  }
}
