import { EveryContactError, type Finding } from '@everycontact/core';
import { readHostContext, type HostContext } from '@everycontact/core/host-context';
import type { AdvicePrompt } from '../prompt.js';
import { readSettings } from '../run/settings.js';

/**
 * Says to an element who is there and what is known of them, all at once. Another `subject.key` wipes whatever was said with
 * the person before, in the same instant, and nothing that a context said before stays where this one is silent. What is a
 * matter of the workplace - language, audience, setting, role and what the worker may do - falls back to what the page wrote.
 *
 * @param context `undefined` where nobody is there any more
 * @throws EveryContactError `host-context-schema`, `host-context-shape`, `host-context-too-large`, and `host-context-doubled`
 * where the element's JSON block speaks of a person too. The element is then left as if nobody were there.
 */
export function setHostContext(prompt: AdvicePrompt, context: HostContext | undefined): void {
  try {
    if (context !== undefined) oneSource(prompt);
    apply(prompt, context === undefined ? undefined : checked(context));
  } catch (error) {
    apply(prompt, undefined);
    throw error;
  }
}

/** @throws EveryContactError naming the first of the problems */
export function checked(given: unknown): HostContext {
  const { context, problems } = readHostContext(given);
  if (context) return context;
  const [{ code, where, message }, ...more] = problems as [Finding, ...Finding[]];
  const at = ['context', where].filter(Boolean).join('.');
  const rest = more.length ? ` And ${more.length} more.` : '';
  throw new EveryContactError(code, at, `At "${at}" ${message}.${rest}`);
}

const ofPersons = ['context', 'occasion', 'facts', 'history'] as const;

/** A block of the page would speak of the same person whoever comes after. */
function oneSource(prompt: AdvicePrompt): void {
  const block = readSettings(prompt);
  const doubled = ofPersons.find((key) => block[key] !== undefined);
  if (doubled === undefined) return;
  const message = `Expected no word on a person in the JSON block of <advice-prompt>, found "${doubled}": it would stay when the person changes. Say it in the context.`;
  throw new EveryContactError('host-context-doubled', doubled, message);
}

type Work = Partial<Record<'locale' | 'audience' | 'setting' | 'workerRole' | 'mayRefer' | 'registered', unknown>>;

/** What the page itself had written where a context says something else. */
const written = new WeakMap<AdvicePrompt, Work>();

function apply(prompt: AdvicePrompt, context: HostContext | undefined): void {
  // First, since it wipes.
  if (prompt.subjectKey !== context?.subject.key)
    Object.assign(prompt, { subjectKey: context?.subject.key, contactId: undefined, session: undefined });
  Object.assign(prompt, {
    context: context?.facts,
    facts: context?.policyFacts,
    history: context?.history,
    occasion: context?.near && { near: context.near },
    interpreter: context?.interpreter ?? 'none',
    interpreterLanguage: context?.interpreterLanguage,
    variant: context?.variant,
  });
  const { locale, audience, setting, user } = { ...context };
  applyWork(prompt, {
    ...{ locale, audience, setting },
    workerRole: user?.role,
    mayRefer: user?.mayRefer,
    registered: user?.registered,
  });
}

function applyWork(prompt: AdvicePrompt, said: Work): void {
  const page = written.get(prompt) ?? {};
  written.set(prompt, page);
  const options = prompt as Work;
  for (const name of Object.keys(said) as (keyof Work)[]) {
    const told = said[name] !== undefined;
    if (told && !(name in page)) page[name] = options[name];
    if (told || name in page) options[name] = told ? said[name] : page[name];
  }
}
