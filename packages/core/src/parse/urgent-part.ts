import type { UrgentPart } from '../pack/pack.js';
import { isBeyond, textProblems } from './bounds.js';
import { capped } from './capped.js';
import { urgentPart } from './schema.js';

/** Urgent help from a pack whose rest may be broken; nothing where that part cannot be shown as its author wrote it. */
export function urgentHelpIn(json: unknown): UrgentPart | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { place, locales, urgentHelp, helpAtHand, texts } = json as Partial<Record<keyof UrgentPart, unknown>>;
  const part = { place, locales, urgentHelp, helpAtHand, texts };
  if (isBeyond(part, capped())) return undefined;
  const shape = urgentPart.safeParse(part);
  return shape.success && holds(shape.data as unknown as UrgentPart)
    ? (shape.data as unknown as UrgentPart)
    : undefined;
}

/** Its help exists, and each of its texts in each language, in plain words. */
function holds({ urgentHelp, helpAtHand, locales, texts }: UrgentPart): boolean {
  const help = Object.hasOwn(urgentHelp, helpAtHand) ? urgentHelp[helpAtHand] : undefined;
  const keys = help
    ? [help.heading, help.worker, ...help.lines.flatMap(({ name, hours }) => [name, ...(hours ? [hours] : [])])]
    : [];
  const isPlain = (locale: string, key: string) => {
    const all = texts[locale] ?? {};
    const text = Object.hasOwn(all, key) ? all[key] : undefined;
    return text !== undefined && textProblems(JSON.stringify(text.words), []).length === 0;
  };
  return help !== undefined && locales.every((locale) => keys.every((key) => isPlain(locale, key)));
}
