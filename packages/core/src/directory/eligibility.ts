import type { ContextFacts, Interval } from '../pack/fact.js';
import type { Truth } from '../pack/trace.js';
import type { DirectoryQuery, Reason, ReasonCode } from './directory.js';
import type { Service, Stated } from './service.js';

/**
 * Every criterion that has something to say about this service and this person, as a reason with three truth values.
 * False only where service and person are both known; what is missing reads "check".
 * Criteria: service-directory facts of age, pregnancy, gender, staff, area, language, state, route and capacity.
 */
export function criteria(service: Service, query: DirectoryQuery): readonly Reason[] {
  return [age, pregnancy, gender, staff, area, language, state, route, capacity].flatMap(
    (criterion) => criterion(service, query) ?? [],
  );
}

type Criterion = (service: Service, query: DirectoryQuery) => Reason | undefined;

const age: Criterion = ({ minimumAge: min, maximumAge: max }, { facts }) => {
  if (min === undefined && max === undefined) return undefined;
  const known = ageOf(facts);
  const truth =
    known === undefined
      ? 'unknown'
      : known.from >= (min ?? 0) && known.to <= (max ?? Infinity)
        ? true
        : known.to < (min ?? 0) || known.from > (max ?? Infinity)
          ? false
          : 'unknown';
  return reason('age', truth, { ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
};

/** An age in whole years, or the band the host told: `18-24`. */
function ageOf(facts: ContextFacts): Interval | undefined {
  const years = facts['context.age'];
  if (typeof years === 'number') return { from: years, to: years };
  if (facts['context.under18'] === true) return { from: 0, to: 17 };
  const band = /^(\d+)-(\d+)$/.exec(String(facts['context.ageBand'] ?? ''));
  return band ? { from: Number(band[1]), to: Number(band[2]) } : undefined;
}

const pregnancy: Criterion = ({ who }, { facts }) => {
  const pregnant = facts['context.pregnant'];
  if (who.notPregnant === 'no') return reason('pregnancy', typeof pregnant === 'boolean' ? pregnant : 'unknown');
  if (pregnant !== true || !who.pregnant) return undefined;
  return reason('pregnancy', truthOf(who.pregnant));
};

const gender: Criterion = ({ who }, { facts }) => {
  const only = who.men === 'no' ? 'woman' : who.women === 'no' ? 'man' : undefined;
  if (!only) return undefined;
  const told = facts['context.gender'];
  return reason('gender', told === undefined || told === 'other' ? 'unknown' : told === only, { only });
};

const staff: Criterion = ({ who }, { occasion }) => {
  if (occasion.setting !== 'staff')
    return who.others === 'no' && who.staff === 'yes' ? reason('staff', false) : undefined;
  return who.staff === undefined || who.staff === 'unknown' ? undefined : reason('staff', truthOf(who.staff));
};

const area: Criterion = ({ area }, { occasion: { near } }) => {
  if (area.kind === 'text') return reason('area', 'unknown', { area: area.text });
  if (area.kind === 'national' || area.kind === 'unknown') return undefined;
  const codes = area.codes.join(', ');
  if (!near || !('area' in near)) return reason('area', 'unknown', { area: codes });
  const here = near.area.toUpperCase();
  const inside = area.codes.some((code) =>
    area.kind === 'codes' ? here === code.toUpperCase() : here.startsWith(code.toUpperCase()),
  );
  return reason('area', inside, { area: codes });
};

const language: Criterion = ({ languages, interpreter }, { facts, occasion }) => {
  const wanted = facts['context.language'] ?? occasion.interpreterLanguage;
  if (typeof wanted !== 'string') return undefined;
  if (languages.some((spoken) => primary(spoken) === primary(wanted)))
    return reason('language', true, { language: wanted });
  if (interpreter === 'yes') return reason('interpreter', true, { language: wanted });
  return reason('language', languages.length && interpreter === 'no' ? false : 'unknown', { language: wanted });
};
const primary = (tag: string) => tag.toLowerCase().split('-')[0];

const state: Criterion = ({ state }) =>
  state === 'closed' ? reason('state', false) : state === 'paused' ? reason('state', 'unknown') : undefined;

/** Self-referral, or a worker who may refer; with neither a professional must, which is to be checked, not a no. */
const route: Criterion = ({ access }, { occasion }) => {
  if (access.self === 'yes' || access['drop-in'] === 'yes') return reason('route', true);
  if (access.professional === 'yes') return reason('route', occasion.mayRefer ? true : 'unknown');
  return undefined;
};

/** What is older than a fortnight says nothing. */
const capacity: Criterion = ({ capacity }, { at }) => {
  if (!capacity || Date.parse(at) - Date.parse(capacity.asOf) > 14 * 86_400_000) return undefined;
  if (capacity.state === 'open') return reason('capacity', true);
  return capacity.state === 'unknown' ? undefined : reason('capacity', 'unknown');
};

const truthOf = (stated: Stated): Truth => (stated === 'yes' ? true : stated === 'no' ? false : 'unknown');

export function reason(code: ReasonCode, truth: Truth, parameters?: Reason['with']): Reason {
  return { code, truth, ...(parameters && { with: parameters }) };
}
