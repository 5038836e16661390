import { isObject, type Json } from '../../json.js';
import { isTrue, listIn, textAt } from './json.js';
import type { Told } from './told.js';

/** An item of a form where it was found. */
export interface FormItem {
  readonly item: Json;
  readonly link: string;
  readonly type: string;
  /** The group around it. */
  readonly group?: string;
  /** `item.0.item.2`. */
  readonly where: string;
}

/** Far above any real form. */
export const bounds = { items: 1000, depth: 20, options: 200 } as const;

/** The items of a form, flat or nested, in the order they are asked; `undefined` where there are more than any form has. */
export function itemsIn(form: Json, told: Told): readonly FormItem[] | undefined {
  const found: FormItem[] = [];
  const links = new Set<string>();
  let seen = 0;
  const read = (json: Json, path: string, depth: number, group?: string): boolean => {
    for (const [at, item] of listIn(json, 'item').entries()) {
      const where = `${path}item.${at}`;
      seen += 1;
      if (seen > bounds.items || depth > bounds.depth) {
        told.lost(
          'form-too-large',
          where,
          `expected at most ${bounds.items} items, ${bounds.depth} levels deep, found more: take the part that is an instrument`,
        );
        return false;
      }
      const one = isObject(item) ? named(item, where, group, told) : undefined;
      if (!isObject(item))
        told.lost('form-item-shape', where, 'expected an item, found something else: it is left out');
      if (!one || !isObject(item)) continue;
      if (links.has(one.link)) {
        told.lost(
          'form-link-twice',
          where,
          `expected each linkId once, found "${one.link}" again: this one is left out`,
        );
        continue;
      }
      links.add(one.link);
      if (one.type === 'group' && isTrue(item, 'repeats')) {
        told.lost(
          'form-repeats',
          where,
          `"${one.link}" is asked several times over, which an instrument cannot: it is left out with all in it`,
        );
        continue;
      }
      found.push(one);
      if (!read(item, `${where}.`, depth + 1, one.type === 'group' ? one.link : group)) return false;
    }
    return true;
  };
  return read(form, '', 1) ? found : undefined;
}

function named(item: Json, where: string, group: string | undefined, told: Told): FormItem | undefined {
  const [link, type] = [textAt(item, 'linkId'), textAt(item, 'type')];
  if (link === undefined || type === undefined) {
    told.lost('form-item-shape', where, 'expected an item with linkId and type, both as text: it is left out');
    return undefined;
  }
  if (listIn(item, 'modifierExtension').length) {
    told.lost('form-modifier', where, `"${link}" carries an extension that can change its meaning: it is left out`);
    return undefined;
  }
  return { item, link, type, where, ...(group !== undefined && { group }) };
}
