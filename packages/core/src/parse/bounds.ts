import type { Finding } from '../pack/pack.js';
import type { Told } from './capped.js';
import { limits } from './limits.js';

/** Characters that are not seen, or turn the order of those that are: controls, zero-width, overrides, tags. */
const hidden =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** The start of a tag, or an entity: texts are drawn as they are, so markup is a mistake or worse. */
const markup = /<[a-z!/?]|&(#\w+|\w+);/i;

/**
 * Walks whatever was handed in, once and never far: a circle counts as too deep, one part in many places as often as it
 * is met. Every key and text is looked at for what no pack holds.
 *
 * @returns whether it is too much to go on with; the rest was not looked at
 */
export function isBeyond(json: unknown, told: Told): boolean {
  let parts = 0;
  let beyond = false;
  const refuse = (where: readonly string[], expected: string) => {
    beyond = true;
    told.add({
      code: 'json-too-large',
      where: where.join('.'),
      message: `expected ${expected}, found more: check that this is a pack and not something else`,
    });
  };
  const walk = (value: unknown, where: readonly string[]): void => {
    if (beyond) return;
    parts += 1;
    if (parts > limits.parts) refuse([], `at most ${limits.parts} parts`);
    else if (where.length > limits.depth) refuse(where.slice(0, 6), `at most ${limits.depth} levels`);
    if (beyond) return;
    if (typeof value === 'string') {
      for (const problem of textProblems(value, where)) told.add(problem);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const at = [...where, key];
      if (!Array.isArray(value)) for (const problem of keyProblems(key, at)) told.add(problem);
      walk(part, at);
      if (beyond) return;
    }
  };
  walk(json, []);
  return beyond;
}

/**
 * What keeps a text from being shown as it is: too many characters, hidden ones, markup.
 *
 * @param path where it stands, for the findings
 */
export function textProblems(text: string, path: readonly string[]): readonly Finding[] {
  const where = path.join('.');
  const found = hidden.exec(text.replaceAll('\n', ' '))?.[0];
  return [
    ...(text.length > limits.text
      ? [
          {
            code: 'text-too-long',
            where,
            message: `expected at most ${limits.text} characters, found ${text.length}: shorten it`,
          },
        ]
      : []),
    ...(found === undefined ? [] : [hiddenProblem(where, found)]),
    ...(markup.test(text)
      ? [{ code: 'text-markup', where, message: 'expected plain words, found markup: write what is to be read' }]
      : []),
  ];
}

function keyProblems(key: string, path: readonly string[]): readonly Finding[] {
  const where = path.join('.');
  const found = hidden.exec(key)?.[0];
  if (found !== undefined) return [hiddenProblem(where, found)];
  return key in {}
    ? [
        {
          code: 'id-reserved',
          where,
          message: `expected a name of its own, found "${key}", which every object has: rename it`,
        },
      ]
    : [];
}

const hiddenProblem = (where: string, found: string): Finding => ({
  code: 'character-hidden',
  where,
  message: `expected characters that can be seen, found U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}: type the text anew`,
});
