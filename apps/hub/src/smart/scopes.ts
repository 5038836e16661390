/** Who may do what with one type of resource, e.g. `patient/Observation.rs?category=…`. */
interface Scope {
  readonly who: string;
  readonly type: string;
  readonly may: string;
  readonly only: string | undefined;
}

/** As version 1 of the specification wrote it. */
const versionOne: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

function scopeOf(text: string): Scope | undefined {
  const [, who, type, may, only] =
    /^(patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/.exec(text) ?? [];
  if (who === undefined || type === undefined || !may) return undefined;
  return { who, type, may: versionOne[may] ?? may, only };
}

/**
 * Whether what a server grants lets us do what we want: all the letters wanted, on that type, and not cut down to a part that
 * we did not ask for. A grant for a user counts for the patient in front of them.
 *
 * @param granted as in the token response, apart by spaces
 */
export function covers(granted: string, wanted: string): boolean {
  const want = scopeOf(wanted);
  if (!want) return granted.split(' ').includes(wanted);
  return granted.split(' ').some((text) => {
    const grant = scopeOf(text);
    return (
      grant !== undefined &&
      (grant.who === want.who || grant.who === 'user') &&
      (grant.type === want.type || grant.type === '*') &&
      want.may.split('').every((letter) => grant.may.includes(letter)) &&
      (grant.only === undefined || grant.only === want.only)
    );
  });
}

/** The types of resources that may be created. */
export const creatable = (granted: string, type: string): boolean => covers(granted, `patient/${type}.c`);
