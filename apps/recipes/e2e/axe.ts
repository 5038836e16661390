import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the whole page, shadow roots included; its source goes in past the policy. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: { id: string }[] }>(
    "axe.run(document, { preload: false, resultTypes: ['violations'] })",
  );
  return violations.map(({ id }) => id);
}
