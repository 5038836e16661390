import type { Condition } from '../pack/condition.js';
import type { PlacedLine } from '../pack/help-lines.js';
import type { Pack } from '../pack/pack.js';
import { someOf, type Told } from './capped.js';
import { conditionProblems } from './condition-problems.js';

export type Checker = ReturnType<typeof checker>;

/** What is looked for all over a pack: a name that leads somewhere, a text, a source, a condition that can be decided. */
export function checker(pack: Pack, told: Told) {
  const found = (code: string, where: string, message: string) => told.add({ code, where, message });
  const has = (where: string, what: string, among: object, id: string) => {
    if (!Object.hasOwn(among, id))
      found(
        'reference-missing',
        where,
        `expected a ${what} of this pack, found "${id}": the pack has ${someOf(Object.keys(among))}`,
      );
  };
  const locales = pack.base === undefined ? pack.locales : pack.locales.slice(0, 1);
  const source = (where: string, id: string) => has(where, 'source', pack.sources, id);
  const text = (where: string, ...keys: (string | undefined)[]) => {
    for (const key of keys)
      for (const locale of locales)
        if (key !== undefined && !Object.hasOwn(pack.texts[locale] ?? {}, key))
          found(
            'text-missing',
            `texts.${locale}.${key}`,
            `expected a text for ${where}, found none: add "${key}" to the text file of ${locale}`,
          );
  };
  const condition = (where: string, tested: Condition) => {
    for (const message of conditionProblems(pack, tested)) found('fact-unknown', where, message);
  };
  return {
    found,
    has,
    source,
    text,
    condition,
    /** Ids that are written twice, or can be mistaken for each other. */
    look(what: string, ids: readonly string[], where: string) {
      const seen = new Map<string, string>();
      for (const id of ids) {
        const plain = id
          .toLowerCase()
          .replace(/[^a-z\d]/g, '')
          .replace(/[l1i]/g, 'i')
          .replace(/[o0]/g, 'o');
        const other = seen.get(plain);
        if (other !== undefined)
          found(
            'id-look-alike',
            `${where}.${id}`,
            `expected ids that cannot be mistaken, found ${what} "${id}" beside "${other}": rename one`,
          );
        seen.set(plain, id);
      }
    },
    line({ where, line }: PlacedLine) {
      text(where, line.name, line.hours);
      source(where, line.source);
      if (line.phone !== undefined && line.tel !== undefined && !isSameNumber(line.phone, line.tel))
        found(
          'phone-differs',
          where,
          `expected one number, found "${line.phone}" to read and "${line.tel}" to dial: correct one of them`,
        );
    },
    bands(where: string, sets: Pack['measures'][number]['bands']) {
      for (const { when, bands } of sets) {
        if (when) condition(`${where}.bands`, when);
        for (const band of bands) {
          text(`${where}.bands`, band.text);
          source(`${where}.bands`, band.source);
        }
      }
    },
  };
}

/** `0300 123 1044` and `+443001231044`: the country code may stand in place of the first nought. */
function isSameNumber(phone: string, tel: string): boolean {
  const digits = (number: string) => number.replace(/\D/g, '');
  const [shown, dialled] = [digits(phone), digits(tel)];
  return tel.startsWith('+') ? dialled.endsWith(shown.replace(/^0+/, '')) : dialled === shown;
}
