import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Hazard {
  readonly id: string;
  readonly severity: number;
  readonly control: string;
  readonly shownBy: readonly { readonly file: string; readonly test: string }[];
}
const root = new URL('../../../', import.meta.url);
const { hazards } = JSON.parse(readFileSync(new URL('docs/hazards.json', root), 'utf8')) as { hazards: Hazard[] };

/** The file runs a test of that name: a title on its own is not one. */
function runs({ file, test }: Hazard['shownBy'][number]): boolean {
  if (!existsSync(new URL(file, root))) return false;
  const escaped = test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "\\\\?'");
  return new RegExp(`\\b(?:it|test)(\\.\\w+\\([^\`]*?\\))?\\(\\s*(['"\`])${escaped}\\2`).test(
    readFileSync(new URL(file, root), 'utf8'),
  );
}

describe('the hazard log', () => {
  it('has the thirty-two hazards of the list and the six of the decisions, each once', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
    expect(hazards.map(({ id }) => id)).toEqual([...numbered('H', 32), ...numbered('P', 6)]);
  });

  it.each(hazards)('$id names the test that shows its control', ({ shownBy, control, severity }) => {
    expect(control).not.toBe('');
    expect(severity).toBeGreaterThanOrEqual(1);
    expect(severity).toBeLessThanOrEqual(5);
    expect(shownBy).not.toEqual([]);
    for (const shown of shownBy) expect(runs(shown), `${shown.file}: ${shown.test}`).toBe(true);
  });
});
