import type { DirectoryAnswer, Match, Reason } from '../directory/directory.js';
import type { How, NeedId, Pack } from '../pack/pack.js';
import { explained } from '../rules/explain.js';
import { hows, nationalHere, signpostsHere } from '../session/offers.js';
import type { Choice, Group, ShownMatch } from '../session/shown.js';
import type { SessionState, Signpost } from '../session/state.js';
import { dayInWords } from './day-in-words.js';
import { distanceInWords, hoursInWords, reasonLine, relaxLine } from './reason-words.js';
import type { Speaker } from './speaker.js';
import { tellingFirst } from './telling.js';

/** The signposts of this position in words: why this need, which services and why, and the national line, always. */
export function groupsHere(pack: Pack, state: SessionState, say: Speaker): readonly Group[] {
  const national = nationalHere(pack, state);
  return signpostsHere(pack, state).map((signpost): Group => {
    const { need, rule, services } = signpost;
    const because = becauseOf(pack, signpost, state, say);
    const { name, another } = pack.needs[need] ?? { name: need, another: need };
    const why = pack.signposting.find(({ id }) => id === rule)?.why ?? name;
    const group: Group = {
      need,
      name: say.line(name),
      why: say.line(why),
      because,
      national: (national.get(need) ?? []).map((line) =>
        Object.assign({}, say.helpLine(line), { choices: marks(state, say, need, line.id) }),
      ),
      services: typeof services === 'string' ? services : listed(state, say, need, services),
    };
    return state.passed.some((passed) => passed.need === need) ? { another: say.line(another), ...group } : group;
  });
}

/** Whether to say that no service fits: a need that a national line meets, and no service of the list is for, has nothing to miss. */
export const nothingFits = ({ services, national }: Group): boolean =>
  typeof services === 'object' && !services.matches.length && (services.excluded.length > 0 || !national.length);

/** The reason as a sentence. */
function becauseOf(pack: Pack, signpost: Signpost, state: SessionState, say: Speaker): string {
  return explained(pack, reasonOf(state, signpost), say.text, say.reader.locale, flagLabel(pack, signpost.rule));
}

const flagIn = (rule: string) => (rule.startsWith('flag:') ? rule.split(':')[1] : undefined);
const flagLabel = (pack: Pack, rule: string) => pack.flags[flagIn(rule) ?? '']?.observable?.label;

function reasonOf(state: SessionState, { rule, trace }: Signpost) {
  return trace ?? state.flags[flagIn(rule) ?? '']?.because;
}

function listed(state: SessionState, say: Speaker, need: NeedId, answer: DirectoryAnswer): Group['services'] {
  const passed = (id: string) => state.passed.findIndex((one) => one.need === need && one.service === id);
  const matches = [...answer.matches].sort((a, b) => passed(a.service) - passed(b.service));
  const reasonsOf = tellingFirst(matches);
  const relax = relaxLine(say, answer);
  return {
    matches: matches.map((match) => shownMatch(state, say, need, match, reasonsOf(match), passed(match.service) >= 0)),
    excluded: answer.excluded.map((one) => ({ ...one, why: reasonLine(say, one.by) })),
    asOf: answer.asOf,
    ...(relax && { relax }),
    ...(answer.credits && { credits: answer.credits }),
  };
}

function shownMatch(
  state: SessionState,
  say: Speaker,
  need: NeedId,
  match: Match,
  reasons: readonly Reason[],
  passed: boolean,
): ShownMatch {
  const hours = hoursInWords(say, match);
  const { service, metres, assuredOn } = match;
  return {
    ...match,
    reasons,
    why: reasons.map((reason) => reasonLine(say, reason)),
    ...(hours !== undefined && { hoursInWords: hours }),
    ...(metres !== undefined && { distanceInWords: distanceInWords(say, metres) }),
    checkedInWords: assuredOn
      ? say.line('ui.checked', { date: dayInWords(say.reader.locale, assuredOn) })
      : say.line('ui.checked-unknown'),
    ...(passed && { passed }),
    choices: marks(state, say, need, service),
    pass: { label: say.label('ui.pass'), intent: { type: 'service-passed', need, service } },
  };
}

function marks(state: SessionState, say: Speaker, need: NeedId, service: string): readonly Choice[] {
  const on = (how: How) => state.chosen.some((one) => one.need === need && one.service === service && one.how === how);
  return hows(state).map((how) => ({
    label: say.label(`ui.${how}`),
    intent: { type: 'service-chosen', need, service, how },
    on: on(how),
  }));
}
