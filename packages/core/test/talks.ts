import type { About, Method, Next, Pack, Script, Step } from '../src/pack/pack.js';
import type { VerifyOptions } from '../src/verify/report.js';
import { gardening } from './sample-pack.js';

/** A pack that can be broken. */
export type Open<T> = T extends object ? { -readonly [K in keyof T]: Open<T[K]> } : T;
export type Change = (pack: Open<Pack>) => void;

export const garden = 'gardening.brief';
export const draft = { standing: 'draft', checkedOn: '2026-11-01', reviewBy: '2027-05-01' } as const;

export const changed = (pack: Pack, change: Change): Pack => {
  const copy = structuredClone(pack) as Open<Pack>;
  change(copy);
  return copy;
};
export const steps = (pack: Open<Pack>) => pack.scripts[garden]!.steps as Record<string, Open<Step>>;
export const leadOn = (pack: Open<Pack>, step: string, next: Next) => {
  steps(pack)[step] = { ...steps(pack)[step], next } as Open<Step>;
};
export const tag = (pack: Open<Pack>, key: string, ...about: About[]) => {
  for (const locale of pack.locales) pack.texts[locale]![key]!.about = about;
};
const closes = {
  close: { kind: 'close', say: 'close.advised', outcome: 'advised' },
  'close-declined': { kind: 'close', say: 'close.declined', outcome: 'declined' },
  'close-not-now': { kind: 'close', say: 'close.not-now', outcome: 'not-now' },
} as const satisfies Record<string, Step>;

/** The garden with one other script in its place. */
function talk(behaviour: string, method: Method, start: string, own: Readonly<Record<string, Step>>): Pack {
  const script: Script = {
    behaviour,
    method,
    start,
    steps: { ...own, ...closes },
    endings: { declined: 'close-declined', 'not-now': 'close-not-now' },
  };
  return {
    ...gardening,
    behaviours: { [behaviour]: { name: 'behaviour.gardening' } },
    scripts: { [`${behaviour}.${method}`]: script },
    instruments: {},
    measures: [],
    signposting: [],
    flags: { danger: gardening.flags.danger! },
  };
}
export const yesNo = (say: string, next: Next): Step => ({
  kind: 'ask',
  say,
  answer: {
    type: 'choice',
    options: [
      { value: 'yes', text: 'option.yes' },
      { value: 'no', text: 'option.no' },
    ],
  },
  next,
});
const ruler: Step = {
  kind: 'ask',
  say: 'ask.importance',
  answer: { type: 'ruler', low: 'ruler.low', high: 'ruler.high' },
  next: 'provide',
};
export const permission = (next: string): Step => ({ kind: 'permission', say: 'ask.permission', next });
export const advise = (next: string): Step => ({ kind: 'advise', say: 'advise', source: 'handbook', next });

export const veryBrief = talk('smoking', 'vba', 'ask', { ask: yesNo('ask.garden', 'advise'), advise: advise('close') });
export const asking = talk('gardening', 'very-brief', 'permission', {
  permission: permission('advise'),
  advise: advise('close'),
});
export const motivating = talk('gardening', 'mi-ruler', 'permission', {
  permission: permission('matters'),
  matters: ruler,
  provide: advise('respond'),
  respond: yesNo('ask.garden', 'close'),
});
export const alcohol = changed(
  talk('alcohol', 'very-brief', 'permission', { permission: permission('advise'), advise: advise('close') }),
  (pack) => tag(pack, 'advise', 'do-not-stop-suddenly'),
);
export const released = changed(gardening, (pack) => {
  pack.safeguarding = { ...pack.needs.club!.national[0]!, id: 'lead' };
});

/** What is broken, the code that says so, how it is broken, in which pack, and with which options it is looked for. */
export type Damage = readonly [name: string, code: string, change: Change, base?: Pack, options?: VerifyOptions];
