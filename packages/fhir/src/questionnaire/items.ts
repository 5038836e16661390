import type * as r4 from 'fhir/r4.js';
import { enabling } from './enable.js';
import type { Formula, Place } from './formula.js';
import { textOf, type Worded } from './wording.js';

const structure = 'http://hl7.org/fhir/StructureDefinition/';

type Item = r4.QuestionnaireItem;
/** What an item of any kind has: an id, words, and with which answers it is there. */
export interface Basic {
  readonly link: string;
  readonly text?: Worded | undefined;
  readonly when?: Formula | undefined;
  readonly item?: readonly (Item | undefined)[];
}
/** An answer as it is chosen. `weight`: what it adds to a sum. */
export interface Choice {
  readonly code: string;
  readonly text: Worded;
  readonly weight?: number;
}

/** An item with its extensions drawn together and nothing empty in it. */
function item(type: Item['type'], basic: Basic, extension: readonly r4.Extension[], more: Partial<Item> = {}): Item {
  const { link, text, when, item: inside } = basic;
  const { extension: own = [], ...enabled } = when ? enabling(when) : {};
  const extensions = [...extension, ...own];
  const parts = inside?.filter((part) => part !== undefined) ?? [];
  return {
    linkId: link,
    ...(text && textOf(text)),
    type,
    ...(extensions.length && { extension: extensions }),
    ...enabled,
    ...more,
    ...(parts.length && { item: parts }),
  };
}

const control = (code: string): r4.Extension => ({
  url: `${structure}questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
});

/** A group; none where nothing is in it, because a group must hold something. */
export const group = (basic: Basic): Item | undefined =>
  basic.item?.some((part) => part !== undefined) ? item('group', basic, []) : undefined;

/** Words to say, or to read. */
export const display = (basic: Basic): Item => item('display', basic, []);

/** Words that head what belongs to them, where anything does: a display holds nothing. */
export const heading = (basic: Basic): Item => group(basic) ?? display(basic);

/** A note to the worker, not to be read out. */
export const help = (basic: Basic): Item => item('display', basic, [control('help')]);

/** One of several answers, all in sight; more than one of them where `place` takes several. */
export function choice(basic: Basic, place: Place, choices: readonly Choice[]): Item {
  const answerOption = choices.map(({ code, text, weight }): r4.QuestionnaireItemAnswerOption => {
    const coding: r4.Coding = {
      ...(place.system && { system: place.system }),
      code,
      display: text.text,
      ...(text.translations.length && { _display: { extension: [...text.translations] } }),
    };
    return {
      ...(weight !== undefined && { extension: [{ url: `${structure}itemWeight`, valueDecimal: weight }] }),
      valueCoding: coding,
    };
  });
  const seen = control(place.several ? 'check-box' : 'radio-button');
  return item('choice', basic, [seen], { ...(place.several && { repeats: true }), answerOption });
}

export function number(basic: Basic, place: Place, min: number, max: number, unit?: string): Item {
  const bound = (name: string, value: number): r4.Extension => ({
    url: `${structure}${name}`,
    ...(place.whole ? { valueInteger: value } : { valueDecimal: value }),
  });
  const extensions = [bound('minValue', min), bound('maxValue', max)];
  if (unit !== undefined) extensions.push({ url: `${structure}questionnaire-unit`, valueCoding: { display: unit } });
  return item(place.whole ? 'integer' : 'decimal', basic, extensions);
}

export const yesNo = (basic: Basic): Item => item('boolean', basic, []);

/** A number that the form works out itself; `hidden`: only other items look at it. */
export function worked(basic: Basic, place: Place, expression: r4.Extension, hidden: boolean): Item {
  const extensions = [expression, ...(hidden ? [{ url: `${structure}questionnaire-hidden`, valueBoolean: true }] : [])];
  return item(place.whole ? 'integer' : 'decimal', basic, extensions, { readOnly: true });
}
