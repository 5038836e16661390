import type { Pack, ScriptId } from '../pack/pack.js';
import { flagsFor } from '../rules/flag.js';
import type { Choice, Common, Shown, View } from '../session/shown.js';
import { fixedChoices, tick } from '../view/common.js';
import { helpCard, speaker, type Speaker } from '../view/speaker.js';
import type { AgendaPosition, AgendaState } from './agenda.js';

/** The screen between topics, in the same form as a session's: a face cannot tell them apart. */
export function agendaView(pack: Pack, state: AgendaState, topics: readonly ScriptId[]): View {
  const say = speaker(pack, state.reader, state.today);
  const common = commonOf(pack, state, say);
  const { position, hidden } = state;
  if (position.in === 'closed') {
    const next: Choice = { label: say.label('ui.done'), intent: { type: 'settled' } };
    const end = position.settled ? { settled: true as const } : { next };
    return { kind: 'closed', outcome: position.outcome, notices: [], ...end, common, ...(hidden && { hidden }) };
  }
  if (hidden) return { kind: 'notice', say: say.line('ui.hidden'), groups: [], common, hidden };
  return { ...shown(pack, state, topics, say), common };
}

function shown(pack: Pack, state: AgendaState, topics: readonly ScriptId[], say: Speaker): Shown {
  const { position, opened, reader, today } = state;
  if (position.in === 'urgent') {
    const next: Choice = { label: say.label('ui.help-under-way'), intent: { type: 'help-under-way' } };
    return { kind: 'urgent', card: helpCard(pack, position.help, reader, today), next };
  }
  const words = !topics.length ? 'ui.agenda-empty' : opened.length ? 'ui.agenda-again' : 'ui.agenda';
  return {
    kind: 'agenda',
    ...(topics.length ? { say: say.line(words) } : { prompt: say.line(words) }),
    topics: topics.map((script): Choice => {
      const behaviour = pack.scripts[script]?.behaviour ?? '';
      const name = pack.behaviours[behaviour]?.name;
      return { label: name === undefined ? behaviour : say.line(name).text, intent: { type: 'topic-chosen', script } };
    }),
    next: { label: say.label('ui.agenda-done'), intent: { type: 'ended', as: 'stopped' } },
  };
}

function commonOf(pack: Pack, { position, hidden }: AgendaState, say: Speaker): Common {
  const back = backFrom(position, hidden, say);
  // Flags of no behaviour: those that open urgent help from anywhere.
  const flags = hidden || position.in !== 'choosing' ? [] : flagsFor(pack, '');
  const { help, stop, notPrivate, hide, show } = fixedChoices(say);
  return {
    help,
    stop,
    ...(back && { back }),
    notPrivate,
    hide: hidden ? show : hide,
    observe: flags.flatMap(([flag, { observable }]) => (observable ? [tick(pack, say, flag, false)] : [])),
  };
}

function backFrom(position: AgendaPosition, hidden: boolean, say: Speaker): Choice | undefined {
  if (position.in === 'urgent') return { label: say.label('ui.help-back'), intent: { type: 'help-not-needed' } };
  if (position.in !== 'closed' || position.settled || hidden) return undefined;
  return { label: say.label('ui.undo'), intent: { type: 'reopened' } };
}
