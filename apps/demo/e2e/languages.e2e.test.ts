import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDemo } from './demo.js';

const demo = useDemo();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'everycontact-languages-'));
  const command = fileURLToPath(new URL('bin/everycontact.js', import.meta.resolve('everycontact/package.json')));
  const kept = ['--behaviour', 'smoking', '--method', 'vba', '--allow-drafts'];
  await promisify(execFile)(process.execPath, [command, 'build', 'denmark', ...kept, '--out', folder]);
});

const policy =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const prompt = '<advice-prompt place="denmark" behaviour="smoking" open preview><p>112</p></advice-prompt>';
const bare = '<script src="advice-prompt.js"></script>';
const pageOf = (inside: string) => `<!doctype html><html lang="da"><title>Sag</title>${inside}</html>`;

/** Answers for a folder of an intranet, under the strictest policy there is. */
const served =
  (inside: string, change = (text: string) => text) =>
  (page: Page) =>
    page.route('**/tools/*', async (route) => {
      const name = new URL(route.request().url()).pathname.slice('/tools/'.length);
      const isPage = name === 'index.html';
      const body = isPage ? pageOf(inside) : change(await readFile(join(folder, name), 'utf8').catch(() => ''));
      const contentType = isPage ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
      await route.fulfill(
        body ? { body, contentType, headers: { 'content-security-policy': policy } } : { status: 404 },
      );
    });

const speak = (page: Page, locale: string) =>
  page.locator('advice-prompt').evaluate((element, lang) => element.setAttribute('locale', lang), locale);

describe('the bare script with a pack and its languages beside it', () => {
  it('loads the pack of its place in the language of the page, and another in the midst of a contact', async () => {
    const visit = await demo.open('/tools/index.html', { prepare: served(prompt + bare) });
    await visit.prompt.getByRole('heading', { name: /Ryger du/ }).waitFor();
    expect(visit.requests.filter((url) => url.includes('words'))).toHaveLength(1);
    await visit.prompt.getByRole('radio', { name: 'Ja', exact: true }).click();
    await visit.prompt.getByRole('button', { name: 'Tilbage' }).waitFor();
    await speak(visit.page, 'en');
    await visit.prompt.getByRole('button', { name: 'Back' }).click();
    await visit.prompt.getByRole('heading', { name: /Do you smoke/ }).waitFor();
    expect(await visit.prompt.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true);
    const names = visit.requests.map((url) => new URL(url).pathname.split('/').at(-1));
    expect(names.filter((name) => name?.includes('denmark'))).toEqual([
      'advice-prompt.pack.denmark.js',
      'advice-prompt.words.denmark.da-DK.js',
      'advice-prompt.words.denmark.en.js',
    ]);
  });

  it('keeps the language it has where the other holds a draft and drafts are not shown', async () => {
    const reviewed = (text: string) => (text.includes('"Ryger du?') ? text.replaceAll('"draft"', '"reviewed"') : text);
    const visit = await demo.open('/tools/index.html', {
      prepare: served(prompt.replace(' preview', '') + bare, reviewed),
      expected: /content-draft/,
    });
    const question = visit.prompt.getByRole('heading', { name: /Ryger du/ });
    await question.waitFor();
    await speak(visit.page, 'en');
    await expect.poll(async () => (await visit.told()).map(({ detail: { code } }) => code)).toContain('content-draft');
    expect(await question.count()).toBe(1);
  });

  it('shows its fallback where nothing lies beside it for that place', async () => {
    const visit = await demo.open('/tools/index.html', {
      prepare: served(prompt.replace('denmark', 'nowhere') + bare),
      expected: /part-missing|Failed to load resource/,
    });
    await visit.prompt.getByText('112').waitFor();
    expect((await visit.told()).map(({ detail: { code } }) => code)).toEqual(['part-missing']);
  });

  it('takes its parts from tags of their own on a page from a disk, wherever they stand', async () => {
    const parts = ['pack.denmark', 'words.denmark.da-DK', 'directory'];
    const tags = parts.map((name) => `<script src="advice-prompt.${name}.js"></script>`);
    await writeFile(join(folder, 'index.html'), pageOf([tags[0], prompt, bare, ...tags.slice(1)].join('')));
    const visit = await demo.open(pathToFileURL(join(folder, 'index.html')).href, {
      expected: /origin 'null'|Failed to load resource|net::ERR_FAILED/,
    });
    await visit.prompt.getByRole('heading', { name: /Ryger du/ }).waitFor();
  });
});
