import type { ContextFacts, Facts, Occasion, Pack, Reader, ScriptId } from '@everycontact/core';
import type { Policy } from '@everycontact/core/prompting';
import { jsonIn } from './given-file.js';
import { misuse } from './options.js';

/** What somebody wants explained: a script and what is known, as in `{ "script": "smoking.vba", "facts": { … } }`. */
export interface FactsFile {
  readonly script?: ScriptId;
  readonly facts: Facts;
  readonly reader?: Partial<Reader>;
  readonly occasion?: Occasion;
}

/**
 * @param policy whose rows may read what no script does, such as `context.eatingDisorder`
 * @throws EveryContactError `facts-invalid` naming the fact: neither told beforehand nor answered in this pack, nor read by the policy
 */
export function readFacts(command: string, file: string | undefined, pack: Pack, policy?: Policy): FactsFile {
  const json = jsonIn(command, file, 'a file with facts');
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(json) || !isObject(json['facts']))
    throw misuse(command, 'facts-invalid', `${file ?? ''}: expected { "facts": { … } }, found something else.`);
  const read = new Set([...Object.keys(pack.context), ...factsIn(policy)]);
  for (const [name, value] of Object.entries(json['facts'])) {
    const known = name.startsWith('context.') ? read.has(name) : isAsked(pack, name);
    if (!known)
      throw misuse(
        command,
        'facts-invalid',
        `${file ?? ''}: expected facts of pack "${pack.id}"${policy ? ' or of the policy' : ''} (context.…, answer.<script>.<step>, item.<instrument>.<item>), found "${name}".`,
      );
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw misuse(command, 'facts-invalid', `${file ?? ''}: expected a text, a number, true or false for "${name}".`);
  }
  return json as unknown as FactsFile;
}

export const contextOf = (facts: Facts): ContextFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name.startsWith('context.'))) as ContextFacts;

/** Every fact that a condition somewhere within names. */
function factsIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'fact' in part && typeof part.fact === 'string' ? [part.fact] : [];
  return [...own, ...Object.values(part).flatMap(factsIn)];
}

function isAsked({ scripts, instruments }: Pack, name: string): boolean {
  const steps = Object.entries(scripts).flatMap(([id, script]) =>
    Object.keys(script.steps).map((step) => `answer.${id}.${step}`),
  );
  const items = Object.entries(instruments).flatMap(([id, { items: all }]) =>
    all.map((item) => `item.${id}.${item.id}`),
  );
  return steps.includes(name) || items.includes(name);
}
