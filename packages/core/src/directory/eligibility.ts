import type { Truth } from '../pack/trace.js';
import { isInside } from './area.js';
import type { Reason, ReasonCode } from './directory.js';
import { isOpenToAll, type Profile } from './profile.js';
import type { Question } from './question.js';
import type { Stated } from './service.js';

/** What a service asks of a person. `truth` is undefined where it has nothing to say about these two. */
export interface Criterion {
  readonly code: ReasonCode;
  readonly truth: (service: Profile, question: Question) => Truth | undefined;
  readonly with?: (service: Profile, question: Question) => Reason['with'];
  /** Not knowing it is ranked further down by a step of its own, and not counted as an unknown. */
  readonly ranked?: true;
}

/**
 * Every criterion with three truth values, in the order in which they decide and are told: false only where service and
 * person are both known; what is missing reads "check".
 */
export const criteria: readonly Criterion[] = [
  { code: 'age', truth: age, with: ages },
  { code: 'pregnancy', truth: pregnancy },
  { code: 'gender', truth: gender, with: (service) => ({ only: forOne(service) ?? '' }) },
  { code: 'staff', truth: staff },
  { code: 'volunteers', truth: volunteers },
  { code: 'area', truth: ({ area }, { area: here }) => isInside(area, here), with: areas },
  { code: 'language', truth: language, with: languageAsked },
  { code: 'interpreter', truth: interpreter, with: languageAsked },
  { code: 'step-free', truth: stepFree },
  { code: 'free', truth: free },
  { code: 'state', truth: state, ranked: true },
  { code: 'route', truth: route, with: referral, ranked: true },
  { code: 'capacity', truth: capacity, ranked: true },
];

/** Somebody is seventeen for a whole year: whether seventeen and a half is to be checked. */
function age({ minimumAge = 0, maximumAge = Infinity }: Profile, { age: known }: Question): Truth | undefined {
  if (minimumAge === 0 && maximumAge === Infinity) return undefined;
  if (!known) return 'unknown';
  if (known.from >= minimumAge && known.to <= maximumAge) return true;
  return known.to + 1 <= minimumAge || known.from > maximumAge ? false : 'unknown';
}
function ages({ minimumAge: min, maximumAge: max }: Profile): Reason['with'] {
  if (min === undefined) return max === undefined ? {} : { max };
  return max === undefined ? { min } : { min, max };
}

/** Where a service takes only the pregnant, or does not take them, not knowing is to be checked. */
function pregnancy({ who }: Profile, { pregnant }: Question): Truth | undefined {
  if (who['notPregnant'] === 'no') return pregnant ?? 'unknown';
  if (who['pregnant'] === 'no') return pregnant === undefined ? 'unknown' : pregnant ? false : undefined;
  return pregnant && who['pregnant'] ? truthOf(who['pregnant']) : undefined;
}

/** Asked only where the service is for one gender alone; where it says no more than that it is for one, the other is to be checked. */
function gender({ who }: Profile, { gender: told }: Question): Truth | undefined {
  const one = forOne({ who });
  const alone = who[one === 'woman' ? 'men' : 'women'] === 'no';
  if (!one || !(told || alone)) return undefined;
  return told === one || (told && alone ? false : 'unknown');
}
function forOne({ who: { men, women } }: Pick<Profile, 'who'>) {
  if (men === women) return undefined;
  if (men === 'no' || women === 'yes') return 'woman';
  return women === 'no' || men === 'yes' ? 'man' : undefined;
}

function staff({ who }: Profile, { colleague }: Question): Truth | undefined {
  if (colleague === undefined) return who['others'] === 'no' && who['staff'] === 'yes' ? false : undefined;
  return colleague === 'staff' ? stated(who['staff']) : undefined;
}

/** A service for staff alone may take volunteers too: to be checked. */
function volunteers({ who }: Profile, { colleague }: Question): Truth | undefined {
  if (colleague !== 'volunteers') return undefined;
  return stated(who['volunteers']) ?? (who['others'] === 'no' ? 'unknown' : undefined);
}

function areas({ area }: Profile): Reason['with'] {
  return 'text' in area ? { area: area.text } : 'codes' in area ? { area: area.codes.join(', ') } : undefined;
}

/** Nothing where an interpreter can be had: that is a criterion of its own, and met. */
function language(service: Profile, question: Question): Truth | undefined {
  if (question.language === undefined || interpreter(service, question)) return undefined;
  if (speaks(service, question.spoken)) return true;
  return service.languages.length && service.interpreter === 'no' ? false : 'unknown';
}
function interpreter(service: Profile, question: Question): Truth | undefined {
  if (question.language === undefined || service.interpreter !== 'yes') return undefined;
  return speaks(service, question.spoken) ? undefined : true;
}
function languageAsked(_: Profile, { language }: Question): Reason['with'] {
  return language === undefined ? undefined : { language };
}

/** Whether a language stands among those of a service, by its first part. */
export function speaks({ languages }: Pick<Profile, 'languages'>, spoken: string): boolean {
  for (const tag of languages) {
    const end = tag.charCodeAt(spoken.length);
    if ((tag.length === spoken.length || end === HYPHEN) && tag.toLowerCase().startsWith(spoken)) return true;
  }
  return false;
}
const HYPHEN = 45;

function stepFree(service: Profile, { stepFree: asked }: Question): Truth | undefined {
  if (!asked || service.delivery.some((way) => way !== 'in-person')) return undefined;
  const { locations } = service;
  if (locations.some(({ stepFree }) => stepFree === 'yes')) return true;
  return locations.length && locations.every(({ stepFree }) => stepFree === 'no') ? false : 'unknown';
}

function free({ cost }: Profile, { mustBeFree }: Question): Truth | undefined {
  if (!mustBeFree) return undefined;
  return cost === 'free' ? true : cost === 'paid' ? false : 'unknown';
}

function state({ state }: Profile): Truth | undefined {
  return state === 'closed' ? false : state === 'paused' ? 'unknown' : undefined;
}

/** Self-referral, or a worker who may refer; with neither a professional must, which is to be checked, not a no. */
export function route({ access }: Profile, { mayRefer }: Question): Truth | undefined {
  if (isOpenToAll(access)) return true;
  if (access.professional === 'yes') return mayRefer ? true : 'unknown';
  return access.self === 'no' ? 'unknown' : undefined;
}

/** By a referral that this worker may make: who may not refer never reads that they can. */
function referral({ access }: Profile, { mayRefer }: Question): Reason['with'] {
  return mayRefer && access.professional === 'yes' && !isOpenToAll(access) ? { referral: true } : undefined;
}

/** What is older than a fortnight says nothing. */
export function capacity({ capacity }: Profile, { capacitySince }: Question): Truth | undefined {
  if (!capacity || capacity.state === 'unknown' || capacity.asOf < capacitySince) return undefined;
  return capacity.state === 'open' ? true : 'unknown';
}

const truthOf = (said: Stated): Truth => (said === 'yes' ? true : said === 'no' ? false : 'unknown');
const stated = (said: Stated | undefined) => (said === undefined || said === 'unknown' ? undefined : truthOf(said));
