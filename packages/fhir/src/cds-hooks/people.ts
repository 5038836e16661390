import { isObject, memberOf } from '../json.js';

/** Where in a prefetch a resource stands that says it is about somebody else than this patient; the first of each key. */
export function otherPeopleIn(prefetch: Readonly<Record<string, unknown>>, patientId: string): readonly string[] {
  return Object.entries(prefetch).flatMap(([key, value]) => {
    const isOther = resourcesIn(value).some((resource) => isAboutAnother(resource, patientId));
    return isOther ? [`prefetch.${key.slice(0, 40)}`] : [];
  });
}

/** A resource, or those of a Bundle. */
function resourcesIn(value: unknown): readonly unknown[] {
  const entry = isObject(value) && memberOf(value, 'resourceType') === 'Bundle' ? memberOf(value, 'entry') : undefined;
  if (!Array.isArray(entry)) return [value];
  return entry.map((one: unknown) => (isObject(one) ? memberOf(one, 'resource') : undefined));
}

function isAboutAnother(resource: unknown, patientId: string): boolean {
  if (!isObject(resource)) return false;
  if (memberOf(resource, 'resourceType') === 'Patient') return differs(memberOf(resource, 'id'), patientId);
  return ['subject', 'patient'].some((name) => {
    const pointer = memberOf(resource, name);
    const reference = isObject(pointer) ? memberOf(pointer, 'reference') : undefined;
    return typeof reference === 'string' && differs(/(?:^|\/)Patient\/([^/?#]+)/.exec(reference)?.[1], patientId);
  });
}

const differs = (id: unknown, patientId: string): boolean => typeof id === 'string' && id !== patientId;
