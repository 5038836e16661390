import { codingsAt } from './elements.js';
import { newest } from './observation.js';
import type { Person } from './person.js';
import type { Stated } from './told.js';

const fact = 'context.smokingStatus';
const question = 'answer.smoking.smokes';
const values = ['yes', 'used-to', 'never', 'unknown'];

/** The last recorded status: `yes`, `used-to` or `never`. Vaping and snus say nothing of it. */
export function smoking(person: Person): readonly Stated[] {
  // In some records the finding itself is the code of the Observation, and there is no value.
  const found = newest(
    person,
    fact,
    [question, ...values.map((value) => `${question}=${value}`)],
    'valueCodeableConcept',
  );
  if ('why' in found) return [found];
  const said = found.map(({ resource: { raw }, from }) => {
    const finding = person.meanings.values(question, codingsAt(raw, 'code'));
    const answered =
      'valueCodeableConcept' in raw ? person.meanings.values(question, codingsAt(raw, 'valueCodeableConcept')) : [];
    const isBare = finding.length > 0 && !Object.keys(raw).some((name) => name.startsWith('value'));
    return { from: isBare ? { ...from, path: 'code' } : from, values: isBare ? finding : answered };
  });
  const [first] = said;
  const all = [...new Set(said.flatMap((one) => one.values))];
  const [value] = all;
  if (!first || said.some((one) => one.values.length === 0)) {
    return [
      {
        fact,
        why: 'unreadable',
        ...(first && { from: first.from }),
        message: 'recorded by a code that is not known here',
      },
    ];
  }
  if (all.length > 1 || value === undefined) {
    return [
      { fact, why: 'unreadable', from: first.from, message: `recorded as ${all.join(' and as ')} at the same time` },
    ];
  }
  if (value === 'unknown') return [{ fact, why: 'unknown', from: first.from, message: 'recorded as unknown' }];
  return [{ fact, value, from: first.from }];
}
