import { codingsAt, recordsAt, referenceTo, type Coding, type Raw } from './elements.js';
import type { Person } from './person.js';
import languageCodes from './language-codes.json';
import type { Stated } from './told.js';

const fact = 'context.language';
const tag = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;

/** What a system calls languages where it does not write their tags. */
type Tags = ReadonlyMap<string, string>;
const tagsOf = new Map<string, Tags>(
  languageCodes.languages.map(({ system, tags }) => [system, new Map(Object.entries(tags ?? {}))]),
);
const earlier = new Set<unknown>(languageCodes.earlierExtensions.map(({ url }) => url));

/** The language the person prefers; of several without a preference none. */
export function language({ patient }: Person): readonly Stated[] {
  if (!patient) return [{ fact, why: 'unknown', message: 'there is no Patient' }];
  const all = spokenBy(patient.raw);
  const preferred = all.filter((one) => one.preferred);
  const [one, second] = preferred.length > 0 ? preferred : all;
  if (!one) return [{ fact, why: 'unknown', message: 'the Patient names no language' }];
  if (second)
    return [{ fact, why: 'unknown', message: 'the Patient names several languages and no single preferred one' }];
  const reference = referenceTo(patient);
  const from = { path: one.path, ...(reference !== undefined && { reference }) };
  const value = one.codings.map(tagOf).find((found) => found !== undefined);
  if (value !== undefined) return [{ fact, value, from }];
  const found = one.codings.length > 0 ? 'codes that are no language known here' : 'none';
  const message = `expected a language tag of urn:ietf:bcp:47, found ${found}`;
  return [{ fact, why: 'unreadable', from, message }];
}

/** A language of a person, wherever a Patient states it. */
interface Spoken {
  readonly path: string;
  readonly codings: readonly Coding[];
  readonly preferred: boolean;
}

/** The element of the standard; where that says nothing, what stood for it in a country before. */
function spokenBy(patient: Raw): readonly Spoken[] {
  const standard = recordsAt(patient, 'communication').map((one) => ({
    path: 'communication',
    codings: codingsAt(one, 'language'),
    preferred: one.preferred === true,
  }));
  if (standard.length > 0) return standard;
  return recordsAt(patient, 'extension')
    .filter(({ url }) => earlier.has(url))
    .map((one) => {
      const parts = recordsAt(one, 'extension');
      const part = (name: string) => parts.find(({ url }) => url === name) ?? {};
      return {
        path: 'extension',
        codings: codingsAt(part('language'), 'valueCodeableConcept'),
        preferred: part('preferred').valueBoolean === true,
      };
    });
}

function tagOf({ system, code }: Coding): string | undefined {
  const others = tagsOf.get(system);
  if (!others) return undefined;
  const written = others.get(code) ?? code;
  return tag.test(written) ? written : undefined;
}
