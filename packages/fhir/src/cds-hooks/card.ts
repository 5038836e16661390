import { dayInWords, findText, type TextKey } from '@everycontact/core';
import type { Decision } from '@everycontact/core/prompting';
import { nameBasedUuid } from '../name-based-uuid.js';
import type { CardOptions } from './card-options.js';
import type { Card, Coding } from './card-types.js';
import { draftReferrals } from './draft-referral.js';
import { plainInMarkdown } from './markdown.js';
import { behaviourSystem, overrideReasons, overrideSystem } from './override-reasons.js';
import { cardWords } from './words.js';

/**
 * At most one quiet card, for the first prompt that may be shown. Pure: the same call gives the same card with the same
 * uuid, so that feedback is matched without a person being stored.
 *
 * A sensitive topic is not named: who stands by reads only that a short conversation is on offer, and there is neither a
 * topic, a service nor a referral on the card. What the record says of the person is on no card.
 */
export function cardFor(decisions: readonly Decision[], options: CardOptions): Card | undefined {
  const decision = decisions.find(({ show }) => show);
  if (!decision) return undefined;
  const { pack, canonical, source, launch } = options;
  const { name, sensitive } = pack.behaviours[decision.behaviour] ?? {};
  const say = speaker(options);
  const topic = name === undefined || sensitive ? undefined : say(name);
  const uuid = nameBasedUuid(cardSpace, options.hookInstance.toLowerCase(), decision.script, pack.version);
  const suggestions = topic === undefined ? [] : draftReferrals(uuid, decision.behaviour, options);
  return {
    uuid,
    summary: summaryOf(say('ui.title'), topic),
    detail: detailOf(decision, topic, options),
    indicator: 'info',
    source: {
      ...source,
      ...(topic !== undefined && {
        topic: { system: behaviourSystem(canonical), code: decision.behaviour, display: topic },
      }),
    },
    overrideReasons: overrideReasons.map((code): Coding => {
      return { system: overrideSystem(canonical), code, display: say(`outcome.${code}`) };
    }),
    ...(suggestions.length && { suggestions, selectionBehavior: 'at-most-one' as const }),
    ...(launch !== undefined && {
      links: [{ label: say('ui.open'), url: launch, type: 'smart', appContext: appContext(decision.script, uuid) }],
    }),
  };
}

/** The kind of thing that is named: a card of ours. Made once, at random. */
const cardSpace = '835e509b-8eea-4534-a153-6ec330ed4238';

/** What the app is told by the card that opened it. */
const appContext = (script: string, card: string): string => JSON.stringify({ script, card });

type Say = (key: TextKey, parameters?: Readonly<Record<string, string | number>>) => string;

function speaker({ pack, locale }: CardOptions): Say {
  return (key, parameters) => findText(pack, { locale, audience: 'worker' }, key, parameters).text;
}

const longest = 139;

function summaryOf(title: string, topic: string | undefined): string {
  const whole = topic === undefined ? title : `${title}: ${topic}`;
  return whole.length <= longest ? whole : title.slice(0, longest);
}

function detailOf({ script, because }: Decision, topic: string | undefined, options: CardOptions): string {
  const { pack, locale, preview, services = [], lastRaised, unread } = options;
  const say = speaker(options);
  const method = say(`method.${pack.scripts[script]?.method ?? 'vba'}`);
  const named = topic !== undefined && services.length > 0;
  const lines = [
    preview && `**${plainInMarkdown(say('ui.preview'))}**`,
    plainInMarkdown(topic === undefined ? method : `${topic}: ${method}`),
    plainInMarkdown(`${say('ui.why-now')} ${say('ui.why-now-rules', { count: because.length })}`),
    topic !== undefined &&
      lastRaised &&
      plainInMarkdown(say('ui.why-now-last', { date: dayInWords(locale, lastRaised) })),
    unread && plainInMarkdown(cardWords(locale).unread),
    named && `${plainInMarkdown(say('ui.local'))}: ${services.map(({ name }) => plainInMarkdown(name)).join('; ')}`,
  ];
  return lines.filter((line) => line).join('\n\n');
}
