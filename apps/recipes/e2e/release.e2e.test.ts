import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { denmark } from '@everycontact/content/denmark';
import { type Pack, speaker } from '@everycontact/core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseFiles, version } from '../../../.config/release/files.mjs';
import { zipped } from '../../../.config/release/zipped.mjs';
import { violationsOf } from './axe.js';
import { line, opener, talk } from './contact.js';
import { useRecipes } from './recipes.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-release-'));
const open = useRecipes({ 'release.example': folder });

let files: Readonly<Record<string, Uint8Array>>;

const put = (path: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};

beforeAll(async () => {
  const unzipped = unzipSync(zipped('release', await releaseFiles()));
  files = Object.fromEntries(Object.entries(unzipped).map(([path, bytes]) => [path.slice('release/'.length), bytes]));
  for (const [path, bytes] of Object.entries(files)) put(path, bytes);
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`;
  put('headers.json', JSON.stringify({ 'Content-Security-Policy': policy }));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Integrity {
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly integrity: string }[];
}

const text = (path: string) => new TextDecoder().decode(files[path]);
const listed = () => (JSON.parse(text('integrity.json')) as Integrity).files;
const danish = speaker(denmark, { locale: 'da-DK', audience: 'worker' }, '2026-11-22');
const script = `scripts/advice-prompt.${version}.england.en-GB.js`;

describe('the release', () => {
  it('lists every file in it with its true hash, and no other', () => {
    expect(listed().map(({ path }) => path)).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'integrity.json')
        .sort(),
    );
    for (const { path, bytes, integrity } of listed()) {
      const hash = createHash('sha384').update(files[path]!).digest('base64');
      expect({ path, bytes, integrity }).toEqual({ path, bytes: files[path]!.length, integrity: `sha384-${hash}` });
    }
  });

  it('has each script under a name with its version and under one that stays', () => {
    const scripts = Object.keys(files).filter((path) => path.startsWith('scripts/'));
    const stable = scripts.filter((path) => !path.includes(version));
    expect(stable).toContain('scripts/advice-prompt.england.en-GB.js');
    expect(stable).toContain('scripts/advice-prompt.directory.js');
    const hash = (path: string) => listed().find((file) => file.path === path)?.integrity;
    for (const path of stable) expect(hash(path.replace('advice-prompt', `advice-prompt.${version}`))).toBe(hash(path));
    expect(scripts).toHaveLength(stable.length * 2);
  });

  it('has the pack of each place and its words in each language beside the bare script', () => {
    const places = Object.keys(files).flatMap((path) => /^packs\/([a-z]+)\.json$/.exec(path)?.[1] ?? []);
    expect(places).toEqual(expect.arrayContaining(['denmark', 'england', 'sweden']));
    for (const place of places) {
      const { locales } = JSON.parse(text(`packs/${place}.json`)) as Pick<Pack, 'locales'>;
      for (const part of [`pack.${place}`, ...locales.map((locale) => `words.${place}.${locale}`)])
        expect(Object.keys(files)).toContain(`scripts/advice-prompt.${version}.${part}.js`);
    }
  });

  it('has packs, guides, its licence, and of what is inside the scripts the list and the licences', () => {
    for (const path of ['LICENSE', 'README.md', 'packs/england.json', 'documentation/docs/errors.md'])
      expect(files[path]?.length).toBeGreaterThan(500);
    const { components } = JSON.parse(text('components.json')) as { components: { name: string; purl: string }[] };
    const outside = components.map(({ name }) => name).filter((name) => !name.startsWith('@everycontact/'));
    expect(outside).toContain('lit-html');
    for (const name of outside)
      expect(text(`licences/${name.replace('@', '').replace('/', '-')}.txt`)).toMatch(/Copyright/);
  });

  it('names nothing of the machine it was made on', () => {
    const readable = Object.keys(files).filter((path) => !path.startsWith('gallery/'));
    for (const path of readable) expect(text(path).includes(process.cwd()), path).toBe(false);
  });

  it('tells in its README the hash of each script', () => {
    const hash = listed().find(({ path }) => path === script)?.integrity;
    expect(text('README.md')).toContain(`| \`${script}\` | \`${hash}\` |`);
  });
});

const disk = (path: string) => pathToFileURL(join(folder, path)).href;

/** Every address a page asks for while it opens and is read. */
function requestsOf(page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return asked;
}

describe.each([
  ['a disk', (path: string) => disk(path)],
  ['a server', (path: string) => `release.example/${path}`],
] as const)('the pages of the release, opened from %s', (_, at) => {
  it('show the help of each place without any script, ask nobody for anything, and are clean for axe', async () => {
    for (const one of ['england.en-GB', 'denmark.da-DK', 'sweden.sv-SE']) {
      let asked: readonly string[] = [];
      const prepare = (page: Page) => Promise.resolve((asked = requestsOf(page)));
      const page = await open(at(`pages/help.${one}.html`), { prepare });
      expect(await page.locator('script').count()).toBe(0);
      await page.locator('.urgent a[href^="tel:"]').first().waitFor();
      await page.locator('.offer a[href^="tel:"]').first().waitFor();
      expect(asked.map((address) => address.split('/').at(-1))).toEqual([`help.${one}.html`, 'page.css']);
      expect(await violationsOf(page)).toEqual([]);
    }
  });

  it.each(['prompt.england.en-GB', 'place.england'])('hold a whole contact in the prompt: %s', async (name) => {
    const page = await open(at(`pages/${name}.html`));
    await page.evaluate(() => {
      document.addEventListener('advice-outcome', ({ detail }) => document.body.append(detail.record.outcome ?? ''));
    });
    await opener(page).click();
    await page.getByRole('button', { name: line('behaviour.smoking').text, exact: true }).click();
    await talk(page);
    await expect.poll(() => page.locator('body').textContent()).toContain('told');
  });
});

describe('the page to start from', () => {
  const opened = () => open(disk('start.html'));

  it('leads from a disk to files of the release alone, and is clean for axe', async () => {
    const page = await opened();
    const addresses = await page.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href')!));
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) expect(Object.keys(files)).toContain(address);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has samples that work as they stand; a language is loaded when it is wanted', async () => {
    const samples = await (await opened()).locator('pre').allTextContents();
    const head = '<!doctype html><title>Sample</title><link rel="icon" href="data:,">';
    for (const [at, sample] of samples.entries()) put(`sample-${at}.html`, head + sample);
    await opener(await open('release.example/sample-0.html')).waitFor();

    let asked: readonly string[] = [];
    const prepare = (page: Page) => Promise.resolve((asked = requestsOf(page)));
    const page = await open('release.example/sample-1.html', { prepare });
    const words = () => asked.flatMap((address) => /\.(pack|words)\.(.*)\.js$/.exec(address)?.[2] ?? []);
    await page.getByRole('button', { name: danish.label('ui.open'), exact: true }).click();
    await page.getByRole('button', { name: danish.line('behaviour.smoking').text, exact: true }).waitFor();
    expect(words()).toEqual(['denmark', 'denmark.da-DK']);
    await page.locator('advice-prompt').evaluate((prompt) => prompt.setAttribute('locale', 'en'));
    await page.getByRole('button', { name: line('behaviour.smoking').text, exact: true }).waitFor();
    expect(words()).toEqual(['denmark', 'denmark.da-DK', 'denmark.en']);
  });
});

describe('an integrity attribute', () => {
  const withIntegrity = () => {
    const hash = listed().find(({ path }) => path === script)?.integrity;
    const tag = `<script src="${script}" integrity="${hash}" crossorigin="anonymous" defer></script>`;
    put(
      'guarded.html',
      `<!doctype html><title>Guarded</title><link rel="icon" href="data:,">${tag}
      <advice-prompt behaviour="smoking" preview><p>Call 999.</p></advice-prompt>`,
    );
  };

  it('lets in the file it was made for', async () => {
    withIntegrity();
    const page = await open('release.example/guarded.html');
    await opener(page).waitFor();
  });

  it('keeps a file out of which one byte was changed, and what stands inside the element stays', async () => {
    withIntegrity();
    const page = await open('release.example/guarded.html', {
      expected: /integrity/,
      prepare: (one) =>
        one.route(`**/${script}`, (route) =>
          route.fulfill({ contentType: 'text/javascript', body: `${text(script)} ` }),
        ),
    });
    await page.getByText('Call 999.').waitFor();
    expect(await opener(page).count()).toBe(0);
    expect(await page.evaluate(() => customElements.get('advice-prompt'))).toBeUndefined();
  });
});
