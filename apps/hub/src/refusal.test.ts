import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));

it('every code with which the hub refuses stands on the page of errors', () => {
  const documented = readFileSync(`${here}../../../docs/errors.md`, 'utf8');
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const codes = files.flatMap((name) =>
    [
      ...readFileSync(here + name, 'utf8').matchAll(
        /(?:new Refusal\(\s*\d+,|new EveryContactError\(|refusal\()\s*'([a-z-]+)'/g,
      ),
    ].map(([, code]) => code ?? ''),
  );
  expect(codes.length).toBeGreaterThan(25);
  expect([...new Set(codes)].filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
});
