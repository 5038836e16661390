import type { Finding } from '../pack/pack.js';
import { limits } from './limits.js';

export type Told = ReturnType<typeof capped>;

/** Collects problems up to a limit and counts the rest. */
export function capped() {
  const told: Finding[] = [];
  let more = 0;
  return {
    add({ code, where, message }: Finding): void {
      if (told.length < limits.findings)
        told.push({ code, where: where.slice(0, 300), message: message.slice(0, 1000) });
      else more += 1;
    },
    count(unseen: number): void {
      more += unseen;
    },
    isFull: () => told.length >= limits.findings,
    findings: (): Finding[] => (more ? [...told, andMore(more)] : told),
  };
}

/** "… and n more", as the last of a list of problems. */
const andMore = (more: number): Finding => ({
  code: 'problems-more',
  where: '',
  message: `expected fewer problems, found ${more} more: correct those above first`,
});

/** A few of many names: a list of thousands helps nobody. */
export function someOf(names: readonly string[]): string {
  const more = names.length - 12;
  return `${names.slice(0, 12).join(', ') || 'none'}${more > 0 ? ` and ${more} more` : ''}`;
}
