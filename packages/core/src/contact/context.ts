import { EveryContactError } from '../error.js';
import { fitsDomain } from '../pack/domain.js';
import type { ContextFacts, ContextName, Value } from '../pack/fact.js';
import type { ContextFact, Pack } from '../pack/pack.js';
import { interpreters, settings, type Occasion, type Reader } from '../pack/reader.js';
import { isTold } from '../rules/condition.js';
import { factsOf } from '../rules/occasion.js';

/**
 * Refuse what a host says where the pack does not know it. Of colleagues nothing may leave, and before family nothing private is
 * asked: a slip of the finger in the occasion must not undo that.
 *
 * @throws EveryContactError `locale-unknown`, `context-invalid`
 */
export function checkTold(pack: Pack, reader: Reader, occasion: Occasion, context: ContextFacts): void {
  // Where nobody interprets, none is told: any that is known stands for it here.
  const { setting, interpreter = 'family' } = occasion;
  for (const name in occasion) checkKnown('occasion', name, ofOccasion);
  checkKnown('reader.locale', reader.locale, pack.locales, 'locale-unknown');
  checkKnown('reader.audience', reader.audience, pack.audiences);
  checkKnown('occasion.setting', setting, settings);
  checkKnown('occasion.interpreter', interpreter, interpreters);
  checkContext(pack, context);
}

const ofOccasion: readonly (keyof Occasion)[] = [
  'setting',
  'mayRefer',
  'registered',
  'interpreter',
  'interpreterLanguage',
  'near',
];

function checkKnown(at: string, found: string, known: readonly string[], code = 'context-invalid'): void {
  if (known.includes(found)) return;
  const message = `Expected one of "${known.join('", "')}" as ${at}, found ${JSON.stringify(found)}. Choose one of them.`;
  throw new EveryContactError(code, at, message);
}

/** What is wrong with the facts about a person, all at once; what is not known is no fact. */
function checkContext(pack: Pack, context: ContextFacts): void {
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(context)) {
    const fact = pack.context[name as ContextName];
    if (!fact) wrong.push(`"${name}" is not among ${Object.keys(pack.context).join(', ')}`);
    else if (isTold(value) && !fitsDomain(fact, value))
      wrong.push(`"${name}" is ${JSON.stringify(value)}, expected ${expected(fact)}`);
  }
  if (!wrong.length) return;
  const message = `The context does not fit pack "${pack.id}@${pack.version}": ${wrong.join('; ')}. Leave out what is not known.`;
  throw new EveryContactError('context-invalid', 'context', message);
}

/**
 * What an occasion says, as facts that a script can ask about: `context.setting`, `context.mayRefer` and
 * `context.registered` (absent is no), `context.interpreter` only where told. Only facts that the pack declares so.
 */
export function occasionFacts(pack: Pack, occasion: Occasion): ContextFacts {
  const said = factsOf(occasion);
  const asked: Partial<Record<ContextName, Value>> = {};
  for (const name in said) {
    const fact = pack.context[name as ContextName];
    const value = said[name as ContextName];
    if (fact && value !== undefined && fitsDomain(fact, value)) asked[name as ContextName] = value;
  }
  return asked;
}

function expected(fact: ContextFact): string {
  switch (fact.type) {
    case 'yes-no':
      return 'true or false';
    case 'choice':
      return `one of "${fact.values.join('", "')}"`;
    case 'number':
      return `a number from ${fact.min} to ${fact.max}`;
    case 'language':
      return 'a language tag such as "ar"';
  }
}
