import { readdirSync, readFileSync } from 'node:fs';
import { examples } from '@everycontact/content/examples';
import { describe, expect, it } from 'vitest';
import presets from '../../../packages/web-component/presets.json';
import { wantedIn } from '../src/wanted.js';
import { exampleStories } from './examples.mjs';
import { guidePages, searchable } from './guides.mjs';
import { pairwise } from './pairwise.mjs';
import { viewStories } from './views.mjs';

const docs = new URL('../../../docs/', import.meta.url);
type Part = Readonly<Record<'page' | 'title' | 'heading' | 'text', string>>;
const parts = JSON.parse(/\[.*\]/s.exec(searchable())?.[0] ?? '[]') as readonly Part[];
const firstLineOf = (page: string): string => readFileSync(new URL(page, docs), 'utf8').split('\n')[0] ?? '';

describe('pairwise', () => {
  const candidates = ['en', 'da', 'sv'].flatMap((locale) =>
    ['light', 'dark'].flatMap((look) => ['wide', 'narrow'].map((width) => [locale, look, width])),
  );
  const pairsOf = (chosen: readonly (readonly string[])[]) =>
    new Set(chosen.flatMap((one) => one.flatMap((a) => one.map((b) => `${a} ${b}`))));

  it('takes fewer than all, and has every pair that any of them has', () => {
    const chosen = pairwise(candidates, (one) => one);
    expect(chosen.length).toBeLessThan(candidates.length);
    expect(pairsOf(chosen)).toEqual(pairsOf(candidates));
  });
});

describe('the stories', () => {
  it('have every named example of every pack in both faces', () => {
    const told = exampleStories().flatMap(({ file, text }) =>
      [...text.matchAll(/^export const \w+ = \{ name: (".*?"), args/gm)].map(
        ([, name]) => `${file.split('.').slice(1).join(' ')} ${name ?? ''}`,
      ),
    );
    const named = Object.entries(examples).flatMap(([place, list]) =>
      ['element', 'react'].flatMap((face) => list.map(({ name }) => `${face} ${place} ${JSON.stringify(name)}`)),
    );
    expect(told.sort()).toEqual(named.sort());
  });

  it('tell the same named examples in plain markup and in a component library', () => {
    const [plain, library] = ['plain', 'mantine'].map((kind) => {
      const text = readFileSync(new URL(`../src/own-markup.${kind}.stories.ts`, import.meta.url), 'utf8');
      return [...text.matchAll(/named\('([\w-]+)'\)/g)].map(([, id]) => id);
    });
    expect(plain).toEqual(library);
    const ids = examples.england.map(({ id }) => id);
    expect(plain?.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('have every preset in every language, for looking only too', () => {
    const texts = viewStories()
      .map(({ text }) => text)
      .join('');
    const met = [...texts.matchAll(/globals: \{"locale":"([\w-]+)","preset":"([\w-]+)"/g)].map(([, ...pair]) =>
      pair.join(' '),
    );
    const wanted = ['en-GB', 'da-DK', 'sv-SE', 'ar-XB', 'en-XA'].flatMap((locale) =>
      Object.keys(presets).map((preset) => `${locale} ${preset}`),
    );
    expect([...new Set(met)].sort()).toEqual(wanted.sort());
  });
});

it('shows every page of the documents, and links from page to page', () => {
  const pages = guidePages().map(({ text }) => text);
  const missing = [...readdirSync(docs), ...readdirSync(new URL('guides/', docs)).map((name) => `guides/${name}`)]
    .filter((name) => name.endsWith('.md'))
    .filter((name) => !pages.some((page) => page.includes(firstLineOf(name))));
  expect(missing).toEqual([]);
  const addresses = new Set(guidePages().map(({ file }) => `./?path=/docs/${file}--docs`));
  const links = pages.flatMap((page) => [...page.matchAll(/\]\((\.\/\?path=[^)]+)\)/g)].map(([, link = '']) => link));
  expect(links.length).toBeGreaterThan(20);
  const places = new Set([...addresses, ...parts.map(({ page }) => page)]);
  expect(links.filter((link) => !places.has(link))).toEqual([]);
  expect(links.filter((link) => link.includes('#'))).not.toEqual([]);
});

describe('the search', () => {
  const wordsOf = ({ title, heading, text }: Part) => `${title} ${heading} ${text}`.toLowerCase().split(/[^\p{L}\d]+/u);

  it.each([
    ...[
      'nonce',
      'csp',
      'trusted',
      'integrity',
      'sri',
      'gdpr',
      'cookie',
      'sbom',
      'licences',
      'sharepoint',
      'offline',
      'kiosk',
    ],
    ...['danish', 'interpreter', 'sms', 'rtl', 'theme', 'wcag', 'uninstall', 'procurement', 'vulnerability'],
  ])('has a place for whoever looks for "%s"', (word) => {
    expect(parts.filter((part) => wordsOf(part).includes(word)).map(({ page }) => page)).not.toEqual([]);
  });

  it('leads from the code of an error to what it means and what to do', () => {
    const firstCells = readFileSync(new URL('errors.md', docs), 'utf8').match(/^\| `.*?\|/gm) ?? [];
    const codes = firstCells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code));
    const told = parts.filter(({ title, text }) => title === 'Errors' && text !== '');
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !told.some(({ heading }) => heading.split(/[^a-z-]+/).includes(code)))).toEqual([]);
  });

  it('looks for the code alone where somebody pastes a whole message', () => {
    const pasted = '[everycontact/directory-failed] Expected an answer of the directory "own", found none.';
    expect(wantedIn(pasted)).toBe('directory-failed');
    expect(wantedIn('mine/adaptation.json:9:5 warning [not-filled-in] safeguarding.url: fill it in')).toBe(
      'not-filled-in',
    );
    expect(wantedIn('trusted types')).toBe('trusted types');
  });

  it('takes no remark in a program for a heading', () => {
    expect(parts.filter(({ heading }) => /^(everycontact|npx|npm) /.test(heading))).toEqual([]);
  });
});
