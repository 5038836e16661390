import { codingsAt, recordAt, recordsAt, referenceTo, textAt } from './elements.js';
import type { Person } from './person.js';
import type { Stated } from './told.js';

const fact = 'context.language';
const tag = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;

/** The language the person prefers; of several without a preference none. */
export function language({ patient }: Person): readonly Stated[] {
  if (!patient) return [{ fact, why: 'unknown', message: 'there is no Patient' }];
  const all = recordsAt(patient.raw, 'communication');
  const preferred = all.filter((one) => one.preferred === true);
  const [one, second] = preferred.length > 0 ? preferred : all;
  if (!one) return [{ fact, why: 'unknown', message: 'the Patient names no language' }];
  if (second)
    return [{ fact, why: 'unknown', message: 'the Patient names several languages and no single preferred one' }];
  const reference = referenceTo(patient);
  const from = { path: 'communication', ...(reference !== undefined && { reference }) };
  const codes = codingsAt(one, 'language').filter(({ system, code }) => system === 'urn:ietf:bcp:47' && tag.test(code));
  const [coding] = codes;
  if (coding) return [{ fact, value: coding.code, from }];
  const words = textAt(recordAt(one, 'language') ?? {}, 'text');
  return [
    {
      fact,
      why: 'unreadable',
      from,
      message: `expected a language tag of urn:ietf:bcp:47, found ${words === undefined ? 'none' : 'words'}`,
    },
  ];
}
