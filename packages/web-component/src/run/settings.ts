import type { ContextFacts, EveryContactError, Instant, Occasion, Service } from '@everycontact/core';
import type { Organisation } from '@everycontact/core/take-away';
import { refuse } from './failure.js';

/** What a child `<script type="application/json">` may hold. */
export interface Settings {
  readonly services?: readonly Service[];
  readonly asOf?: Instant;
  readonly context?: ContextFacts;
  readonly occasion?: Partial<Occasion>;
  readonly policy?: unknown;
  readonly history?: unknown;
  readonly facts?: ContextFacts;
  readonly organisation?: Organisation;
}

const place = 'script[type="application/json"]';
const known = ['services', 'asOf', 'context', 'occasion', 'policy', 'history', 'facts', 'organisation'];

/**
 * The settings a page writes into the element as a JSON block: no inline script is needed, and no policy blocks it.
 *
 * @throws EveryContactError `settings-invalid`
 */
export function readSettings(element: Element): Settings {
  const block = element.querySelector(`:scope > ${place}`);
  if (!block) return {};
  const settings = parse(block.textContent ?? '');
  const unknown = Object.keys(settings).find((key) => !known.includes(key));
  if (unknown !== undefined) throw invalid(`one of "${known.join('", "')}"`, `"${unknown}"`);
  if (!Array.isArray(settings.services ?? [])) throw invalid('a list as "services"', 'something else');
  if (typeof (settings.organisation ?? { name: '' }).name !== 'string')
    throw invalid('a name in "organisation"', 'none');
  return settings;
}

function parse(text: string): Settings {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw invalid('JSON', String(error));
  }
  throw invalid('a JSON object', 'something else');
}

const invalid = (expected: string, found: string): EveryContactError =>
  refuse('settings-invalid', place, `in the block ${place} of <advice-prompt>`, expected, found, 'Mend the block.');
