import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Pack } from '../src/index.js';
import { withheld } from '../src/index.js';
import { verifyPack } from '../src/verify.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}node_modules/.cache/everycontact/guide/`;
const guide = readFileSync(`${root}docs/guides/adapt-a-pack.md`, 'utf8');
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*?(?:\`[^\`]+\`[^\`]*?)*)\`\`\``, 'g'))].map(
    (hit) => hit[1] ?? '',
  );
const example = (file: string) =>
  JSON.parse(readFileSync(`${root}packages/content/examples/klintkoebing/${file}`, 'utf8')) as Record<string, unknown>;

describe('the guide to adapting a pack', () => {
  let pack: Pack;
  const told: string[] = [];
  const refused: string[] = [];

  beforeAll(async () => {
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void told.push(line));
    const error = vi.spyOn(console, 'error').mockImplementation((line: string) => void refused.push(line));
    mkdirSync(folder, { recursive: true });
    const file = `${folder}adapt.ts`;
    writeFileSync(
      file,
      (blocks('js')[0] ?? '')
        .replaceAll(/@everycontact\/core\/(\w+)/g, `${root}packages/core/src/$1.ts`)
        .replaceAll('@everycontact/content/denmark', `${root}packages/content/dist/denmark.js`)
        .replaceAll('import.meta.url', `'file://${root}packages/content/examples/'`),
    );
    ({ pack } = (await import(/* @vite-ignore */ file)) as { pack: Pack });
    log.mockRestore();
    error.mockRestore();
  });

  it('shows the example as it stands', () => {
    const [begins = '{}', text = '{}'] = blocks('json');
    expect(example('adaptation.json')).toMatchObject(JSON.parse(begins) as object);
    expect(example('text.da-DK.json')).toMatchObject(JSON.parse(text) as object);
  });

  it('makes a pack of Klintkøbing without a problem, and says what differs', () => {
    expect(refused).toEqual([]);
    expect(pack).toMatchObject({ id: 'klintkoebing', base: 'denmark@0.1.0' });
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^behaviours\.weight: .* -> \(off\)$/),
        expect.stringMatching(/^needs\.klintkoebing-health-centre: \(new\) -> /),
        expect.stringMatching(/^signposting\.klintkoebing-health-centre: \(new\) -> /),
        expect.stringMatching(
          /^texts\.da-DK\.smoking\.vba\.act\.say\.words\.by\.worker: .*kommune\? -> .*Klintkøbing\?$/,
        ),
      ]),
    );
  });

  it('leaves every script of the pack but those that are off, and each can be offered in a preview', () => {
    expect(Object.keys(pack.scripts).filter((id) => id.startsWith('weight.'))).toEqual([]);
    expect(Object.keys(pack.scripts)).toContain('smoking.vba');
    for (const script of Object.keys(pack.scripts)) expect(withheld(pack, script, '2026-11-22', true)).toEqual([]);
  });

  it('gives a pack that is proved like any other', { timeout: 60_000 }, () => {
    expect(verifyPack(pack, '2026-11-22').findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  });

  it('invents no number: the example names no phone', () => {
    expect(JSON.stringify([example('adaptation.json'), example('text.da-DK.json')])).not.toMatch(/"(phone|tel|sms)"/);
  });
});
