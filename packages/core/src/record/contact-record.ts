import { EveryContactError } from '../error.js';
import type { Match } from '../directory/directory.js';
import type { SessionEvent, Started } from '../session/event.js';
import type { Choice, Group, Shown } from '../session/shown.js';
import type { ContactRecord } from './record.js';
import { walked, type Entry } from './walked.js';

/**
 * A projection of the log alone, whichever pack version it came from; words are kept as they were shown.
 * What was withdrawn, and everything about urgent help but its outcome, stays in the log.
 *
 * @throws EveryContactError `log-empty` for a log that does not begin with `started`
 */
export function toContactRecord(log: readonly SessionEvent[]): ContactRecord {
  const [first] = log;
  if (first?.type !== 'started')
    throw new EveryContactError(
      'log-empty',
      'log.0',
      'Expected a log that begins with "started", found none. Hand in a whole log.',
    );
  const { entries, setAside } = walked(log);
  const views = log.flatMap((event) => (event.type === 'shown' ? [event.view] : []));
  const last = views.at(-1);
  const end = last?.kind === 'closed' ? last : undefined;
  const reader = log.flatMap((event) => (event.type === 'reader-changed' ? [event.reader] : [])).at(-1) ?? first.reader;
  const permission = entries.find(({ view }) => view.kind === 'permission');
  const shows = (...kinds: Shown['kind'][]) => entries.some(({ view }) => kinds.includes(view.kind));
  const notices = (end?.notices ?? []).flatMap((flag) =>
    views.filter((view) => view.kind === 'notice' && view.flag === flag).slice(-1),
  );
  return {
    ...head(first),
    locale: reader.locale,
    audience: reader.audience,
    startedAt: first.at,
    ...(end && { endedAt: lastAct(log) ?? first.at, outcome: end.outcome }),
    permission: !permission
      ? 'not-asked'
      : permission.done
        ? 'given'
        : end?.outcome === 'declined'
          ? 'declined'
          : 'not-asked',
    reached: { asked: shows('question', 'number', 'ruler'), advised: shows('statement'), offered: shows('signposts') },
    answers: [...setAside.flatMap((entry) => answer(entry, true)), ...entries.flatMap((entry) => answer(entry))],
    results: entries.flatMap(({ view }) => (view.kind === 'statement' ? view.results : [])),
    advice: entries.flatMap(({ view }) =>
      view.kind === 'statement' ? [{ step: view.step, text: heading(view), source: view.source }] : [],
    ),
    signposts: [...notices, ...entries.map(({ view }) => view)].flatMap((view) =>
      'groups' in view ? view.groups.map(signpost) : [],
    ),
    notices: notices.flatMap((view) =>
      view.kind === 'notice' && view.flag ? [{ flag: view.flag, text: heading(view) }] : [],
    ),
  };
}

function head({
  at: _,
  type: __,
  today: ___,
  context: ____,
  reader: _____,
  occasion,
  ...started
}: Started & { at: string }) {
  const { setting, interpreterLanguage } = occasion;
  return {
    ...started,
    schema: 'everycontact/record@1' as const,
    setting,
    ...(interpreterLanguage && { interpreterLanguage }),
  };
}

const heading = (view: Shown) => (view.say ?? view.prompt)?.text ?? '';

/** When somebody last did something that counts. */
function lastAct(log: readonly SessionEvent[]): string | undefined {
  const idle = ['shown', 'settled', 'hidden', 'reader-changed', 'services-found', 'services-failed'];
  return log.filter(({ type }) => !idle.includes(type)).at(-1)?.at;
}

function answer({ view, done }: Entry, setAside = false): ContactRecord['answers'] {
  if (done?.type !== 'answered' && done?.type !== 'skipped') return [];
  const value = done.type === 'skipped' ? 'skipped' : done.value;
  const choices: readonly Choice[] = view.kind === 'question' || view.kind === 'ruler' ? view.choices : [];
  const chosen = choices.find(({ intent }) => intent.type === 'answered' && intent.value === value);
  const words = done.type === 'skipped' && 'skip' in view ? view.skip.label : (chosen?.label ?? String(value));
  const { step, item } = done;
  return [
    {
      step,
      ...(item !== undefined && { item }),
      value,
      question: heading(view),
      answer: words,
      ...(setAside && { setAside }),
    },
  ];
}

function signpost({ need, because, national, services }: Group): ContactRecord['signposts'][number] {
  const matches = typeof services === 'object' ? services.matches : [];
  const lines = [
    ...national.map(({ name, choices }) => ({ name: name.text, choices })),
    ...matches.map(({ name, choices }) => ({ name, choices })),
  ];
  const chosen = lines.flatMap(({ name, choices }) =>
    choices.flatMap(({ on, intent }) =>
      on && intent.type === 'service-chosen' ? [{ service: intent.service, name, how: intent.how }] : [],
    ),
  );
  const bare = matches.map(
    ({
      why: _,
      hoursInWords: __,
      distanceInWords: ___,
      checkedInWords: ____,
      passed: _____,
      choices: ______,
      pass: _______,
      ...match
    }): Match => match,
  );
  return { need, because, services: bare, chosen };
}
