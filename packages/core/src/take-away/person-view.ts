import type { Pack } from '../pack/pack.js';
import type { Locale } from '../pack/reader.js';
import type { Choice, Group, Line, ShownLine, ShownMatch } from '../session/shown.js';
import type { SessionState } from '../session/state.js';
import { view } from '../view/view.js';

/** A screen that may be turned towards the person. */
export interface PersonView {
  readonly heading?: Line;
  /** What may be answered, without what was answered. */
  readonly choices: readonly string[];
  readonly lines: readonly Pick<ShownLine, 'name' | 'phone' | 'sms' | 'url' | 'hours'>[];
  readonly services: readonly Pick<
    ShownMatch,
    'name' | 'organization' | 'address' | 'phone' | 'email' | 'url' | 'hoursInWords' | 'howTo' | 'checkedInWords'
  >[];
}

/**
 * What a person may see of the screen in front of the worker, in words for the person: no prompt, tick, reason, exclusion,
 * result or given answer, no variant, and no line that is for the worker alone.
 *
 * @returns nothing where the screen is hidden, urgent help or confidential
 */
export function personView(pack: Pack, state: SessionState, locale: Locale): PersonView | undefined {
  const shown = view(pack, state, { locale, audience: 'person' });
  if (shown.hidden || shown.kind === 'urgent' || (shown.kind === 'notice' && shown.confidential)) return undefined;
  const { say: heading } = shown;
  const groups: readonly Group[] = 'groups' in shown ? shown.groups : [];
  const choices: readonly Choice[] = 'choices' in shown ? shown.choices : [];
  return {
    ...(heading && { heading }),
    choices: choices.map(({ label }) => label),
    lines: groups.flatMap(({ national }) =>
      national
        .filter(({ workerOnly }) => !workerOnly)
        .map((line) => only(line, ['name', 'phone', 'sms', 'url', 'hours'])),
    ),
    services: groups.flatMap(({ services }) =>
      typeof services === 'string'
        ? []
        : services.matches
            .filter(({ passed }) => !passed)
            .map((match) =>
              only(match, [
                'name',
                'organization',
                'address',
                'phone',
                'email',
                'url',
                'hoursInWords',
                'howTo',
                'checkedInWords',
              ]),
            ),
    ),
  };
}

function only<From extends object, Name extends keyof From>(from: From, names: readonly Name[]): Pick<From, Name> {
  return Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]]] : []))) as Pick<From, Name>;
}
