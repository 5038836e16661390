import type { AnswerSpec, Pack, TextKey } from '../pack/pack.js';
import { oncePer } from '../pack/once-per.js';
import type { Reader } from '../pack/reader.js';
import { isUrgent } from '../rules/flag.js';
import { results } from '../rules/result.js';
import type { At } from '../session/intent.js';
import { answerName, itemAt, scriptOf } from '../session/place.js';
import type { Choice, Common, Line, Shown, View } from '../session/shown.js';
import type { Position, SessionState } from '../session/state.js';
import { commonChoices } from './common.js';
import { groupsHere } from './groups.js';
import { helpCard, speaker, type Speaker } from './speaker.js';

/**
 * The screen for a state, as sentences and choices: plain JSON, to be drawn by any face.
 *
 * @param reader another reader than the session's, e.g. for a leaflet in another language; leaves no trace
 */
export function view(pack: Pack, state: SessionState, reader: Reader = state.reader): View {
  const say = speaker(pack, reader, state.today);
  return withCommon(pack, state, screen(pack, state, say), say);
}

/** What a log keeps of a view: all but the choices that stand on every one. */
export function screen(pack: Pack, state: SessionState, say: Speaker): Shown {
  return state.hidden ? hiddenView(pack, state, say) : shown(pack, state, say);
}

/** A screen with the choices that stand on every view. */
export function withCommon(pack: Pack, state: SessionState, screen: Shown, say: Speaker): View {
  const bare: Shown & { common?: Common; hidden?: true } = Object.assign({}, screen);
  bare.common = commonChoices(pack, state, say, screen.kind);
  if (state.hidden) bare.hidden = true;
  return bare as View;
}

/** Nothing of the talk: what is not in the view cannot leak from a face. */
function hiddenView(pack: Pack, state: SessionState, say: Speaker): Shown {
  const { position } = state;
  if (position.in === 'closed') return { ...closed(pack, state, position, say), notices: [] };
  return { kind: 'notice', say: say.line('ui.hidden'), groups: [] };
}

function shown(pack: Pack, state: SessionState, say: Speaker): Shown {
  const { position } = state;
  switch (position.in) {
    case 'script':
      return step(pack, state, position, say);
    case 'notice': {
      const flag = pack.flags[position.flag];
      const next: Choice = { label: say.label('ui.read'), intent: { type: 'notice-read', flag: position.flag } };
      return {
        kind: 'notice',
        ...(flag && !isUrgent(flag) && { prompt: say.line(flag.notice) }),
        flag: position.flag,
        ...(flag?.confidential && { confidential: true }),
        groups: groupsHere(pack, state, say),
        next,
      };
    }
    case 'urgent': {
      const card = helpCard(pack, position.help, say.reader, state.today);
      return {
        kind: 'urgent',
        card,
        next: { label: say.label('ui.help-under-way'), intent: { type: 'help-under-way' } },
      };
    }
    case 'closed':
      return Object.assign(words(pack, state, position.step, say), closed(pack, state, position, say));
  }
}

function closed(pack: Pack, state: SessionState, { outcome, settled }: Position & { in: 'closed' }, say: Speaker) {
  const notices = state.noticed.filter((flag) => !pack.flags[flag]?.confidential);
  const kind = 'closed' as const;
  return settled
    ? { kind, outcome, notices, settled }
    : { kind, outcome, notices, next: { label: say.label('ui.done'), intent: { type: 'settled' as const } } };
}

/** `say` aloud and `prompt` for the worker; a reader for themselves sees no prompt where there is something to read. */
function words(pack: Pack, state: SessionState, id: string | undefined, say: Speaker) {
  const found = id === undefined ? undefined : scriptOf(pack, state.script).steps[id];
  const both = found?.say !== undefined && say.reader.audience === 'person';
  const heard: { say?: Line; prompt?: Line } = {};
  if (found?.say !== undefined) heard.say = say.line(found.say);
  if (found?.prompt !== undefined && !both) heard.prompt = say.line(found.prompt);
  return heard;
}

/** A step shows the same words and choices until something is answered or certain; they are put together once. */
function step(pack: Pack, state: SessionState, at: At, say: Speaker): Shown {
  const found = scriptOf(pack, state.script).steps[at.step];
  const name = answerName(pack, state, at);
  const isUntouched =
    (found?.kind === 'ask' && state.given[name] === undefined) ||
    (found?.kind === 'advise' && !results(pack, state.facts).length);
  if (!isUntouched) return newStep(pack, state, at, say);
  const known = untouched(say);
  let shown = known.get(name);
  if (!shown) known.set(name, (shown = newStep(pack, state, at, say)));
  return shown;
}

const untouched = oncePer((_: Speaker) => new Map<string, Shown>());

function newStep(pack: Pack, state: SessionState, { step: id, item: itemId }: At, say: Speaker): Shown {
  const at: At = itemId === undefined ? { step: id } : { step: id, item: itemId };
  const found = scriptOf(pack, state.script).steps[id];
  const head = Object.assign(words(pack, state, id, say), at);
  const label = say.label;
  const next: Choice = { label: label('ui.next'), intent: Object.assign({ type: 'continued' as const }, at) };
  switch (found?.kind) {
    case 'permission':
      return {
        ...head,
        kind: 'permission',
        yes: { ...next, label: label('ui.yes') },
        no: { label: label('ui.no'), intent: { type: 'ended', as: 'declined' } },
      };
    case 'ask':
      return Object.assign(head, question(pack, state, at, found.answer, say));
    case 'instrument': {
      const item = itemAt(pack, state, at);
      const attribution = pack.instruments[found.instrument]?.attribution;
      const spec: AnswerSpec = { type: 'choice', options: item?.options ?? [] };
      return {
        ...head,
        ...(item && { say: say.line(item.text) }),
        ...question(pack, state, at, spec, say),
        ...(attribution && { attribution: say.line(attribution) }),
      };
    }
    case 'advise': {
      const source = pack.sources[found.source];
      if (!source) break;
      const certain = results(pack, state.facts).flatMap(({ of, algorithm, value, band }) => {
        const from = pack.sources[band.source];
        return from ? [{ of, algorithm, value, band: say.line(band.text), source: from }] : [];
      });
      return Object.assign(head, { kind: 'statement' as const, source, results: certain, next });
    }
    case 'signpost':
      return Object.assign(head, {
        kind: 'signposts' as const,
        groups: groupsHere(pack, state, say),
        next: { label: label('ui.continue'), intent: next.intent },
      });
  }
  return { ...head, kind: 'notice', groups: [], next };
}

function question(pack: Pack, state: SessionState, at: At, spec: AnswerSpec, say: Speaker) {
  const given = state.given[answerName(pack, state, at)];
  const skip: Choice = { label: say.label('ui.skip'), intent: Object.assign({ type: 'skipped' as const }, at) };
  const choice = (value: string | number, label: string): Choice => {
    const intent = Object.assign({ type: 'answered' as const, value }, at);
    return given === value ? { label, intent, on: true } : { label, intent };
  };
  const line = (key: TextKey) => say.line(key);
  if (spec.type === 'choice')
    return {
      kind: 'question' as const,
      choices: spec.options.map(({ value, text }) => choice(value, line(text).text)),
      skip,
    };
  if (spec.type === 'ruler') {
    const choices = Array.from({ length: 11 }, (_, value) => choice(value, String(value)));
    return { kind: 'ruler' as const, low: line(spec.low), high: line(spec.high), choices, skip };
  }
  const { unit, min, max, by } = spec;
  return {
    kind: 'number' as const,
    unit: line(unit),
    range: say.label(by === 1 ? 'ui.number-range-whole' : 'ui.number-range', { min, max, by }),
    min,
    max,
    by,
    ...(typeof given === 'number' && { value: given }),
    skip,
  };
}
