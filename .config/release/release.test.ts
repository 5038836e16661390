import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { afterEach, describe, expect, it } from 'vitest';
import { componentList, packagesInside } from './components.mjs';
import { documentation } from './files.mjs';
import { integrityOf, sha384 } from './integrity.mjs';
import { readMe } from './read-me.mjs';
import { promptPage, standAlonePage } from './stand-alone.mjs';
import { startPage } from './start-page.mjs';
import { zipped } from './zipped.mjs';

const bytes = (text: string) => new TextEncoder().encode(text);
const today = '2026-11-22';

describe('the zip', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const files = new Map([
    ['b.txt', bytes('second')],
    ['a.txt', bytes('first')],
  ]);

  it('has the same bytes whatever the order of the files and wherever it is made', () => {
    process.env.TZ = 'Pacific/Kiritimati';
    const one = zipped('folder', files);
    process.env.TZ = 'America/Los_Angeles';
    expect(zipped('folder', new Map([...files].reverse()))).toEqual(one);
  });

  it('holds every file inside one folder, in order', () => {
    expect(Object.keys(unzipSync(zipped('folder', files)))).toEqual(['folder/a.txt', 'folder/b.txt']);
  });
});

describe('integrity.json', () => {
  it('says of every file how long it is and what an integrity attribute must say', () => {
    const { version, files } = integrityOf('1.2.3', new Map([['a.txt', bytes('abc')]]));
    // The digest of "abc" that FIPS 180-2 gives as its example, in base 64.
    const integrity = 'sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn';
    expect(version).toBe('1.2.3');
    expect(files).toEqual([{ path: 'a.txt', bytes: 3, integrity }]);
  });
});

describe('the page without script', () => {
  const html = standAlonePage(england, 'en-GB', today);

  it('has every urgent line, each with a link to call or to write', () => {
    for (const { tel, sms } of england.urgentHelp.urgent!.lines)
      expect(html).toContain(`href="${sms ? `sms:${sms}` : `tel:${tel}`}"`);
  });

  it('has the verified lines that are there for everybody, and no draft', () => {
    expect(html).toContain('tel:+443001231044');
    const drafts = Object.values(england.needs)
      .flatMap(({ national = [] }) => national)
      .filter(({ standing, tel }) => standing === 'draft' && tel !== undefined);
    for (const { tel } of drafts) expect(html).not.toContain(`tel:${tel}"`);
    expect(html).not.toContain('+448082000247');
  });

  it('runs nothing, loads nothing but its style sheet, and styles nothing in the page', () => {
    expect(html).not.toMatch(/<script|<style|<iframe|<img| style=| on\w+=/i);
    expect([...html.matchAll(/<link[^>]* href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'data:,',
      'page.css',
    ]);
  });

  it('says that its words are drafts while any of them is', () => {
    const approved = structuredClone(england);
    for (const words of Object.values(approved.texts))
      for (const text of Object.values(words)) Object.assign(text, { standing: 'verified' });
    expect(html).toContain('class="banner"');
    expect(standAlonePage(approved, 'en-GB', today)).not.toContain('class="banner"');
    expect(promptPage(england, 'en-GB', today, [])).toContain('<advice-prompt preview>');
    expect(promptPage(approved, 'en-GB', today, [])).toContain('<advice-prompt>');
  });

  it('is not made at all where an urgent line is a draft', () => {
    const pack = structuredClone(england);
    Object.assign(pack.urgentHelp.urgent!.lines[1]!, { standing: 'draft' });
    expect(() => standAlonePage(pack, 'en-GB', today)).toThrow(/urgent line "nhs-111" is a draft/);
  });

  it('takes no sign of a text for markup', () => {
    const pack = structuredClone(england);
    Object.assign(pack.texts['en-GB']!['help.emergency.name']!, { words: '<b>"A" & B</b>' });
    expect(standAlonePage(pack, 'en-GB', today)).toContain('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;');
  });
});

describe('the page to start from', () => {
  const html = startPage('1.2.3', [denmark, england], today, (name) => `hash of ${name}`, false);

  it('shows what to write: in text, with the hash of the very file, in one language or in all of a place', () => {
    const samples = [...html.matchAll(/<code>(&lt;advice-prompt.*?)<\/code>/gs)].map(([, sample]) => sample);
    expect(samples).toHaveLength(2);
    expect(samples[0]).toContain('behaviour=&quot;smoking&quot; preview');
    expect(samples[0]).toContain(
      'advice-prompt.1.2.3.england.en-GB.js&quot; integrity=&quot;hash of advice-prompt.england.en-GB.js&quot;',
    );
    expect(samples[1]).toContain('place=&quot;denmark&quot; locale=&quot;da-DK&quot; preview');
    expect(samples[1]).toContain('advice-prompt.1.2.3.js&quot; integrity=&quot;hash of advice-prompt.js&quot;');
    expect(html).not.toMatch(/<script|<advice-prompt/);
  });

  it('leads to the gallery only where that is in the release', () => {
    expect(html).not.toContain('gallery/');
    expect(startPage('1.2.3', [england], today, () => '', true)).toContain('href="gallery/index.html"');
  });
});

describe('the prompt on a page of its own', () => {
  it('names its place only where the script has no pack inside', () => {
    expect(promptPage(denmark, 'da-DK', today, [], 'denmark')).toContain('<advice-prompt place="denmark" preview>');
    expect(promptPage(denmark, 'da-DK', today, [])).toContain('<advice-prompt preview>');
  });
});

describe('the README', () => {
  it('has the hash of each script by the name that never changes', () => {
    const names = ['advice-prompt.1.2.3.js', 'advice-prompt.js', 'advice-prompt.1.2.3.words.denmark.en.js'];
    const said = readMe('1.2.3', new Map(names.map((name) => [`scripts/${name}`, bytes(name)])));
    expect([...said.matchAll(/^\| `(scripts.*?)` \| `(.*?)` \|$/gm)].map(([, path, hash]) => [path, hash])).toEqual(
      [names[0], names[2]].map((name) => [`scripts/${name}`, sha384(bytes(name!))]),
    );
  });
});

describe('the documentation', () => {
  it('leads nowhere that is not in the release', () => {
    const pages = documentation();
    const files = pages.map(([name]) => name);
    const linked = pages
      .filter(([name]) => name.endsWith('.md'))
      .flatMap(([name, text]) => {
        const links = text.toString().matchAll(/\]\((?!#|[a-z]+:)([^)#\s]+)/g);
        return [...links].map(([, to]) => ({ page: name, to: posix.join(posix.dirname(name), to!) }));
      });
    expect(linked.length).toBeGreaterThan(100);
    const inside = (to: string) => files.some((file) => file === to || file.startsWith(`${to.replace(/\/$/, '')}/`));
    expect(linked.filter(({ to }) => !inside(to))).toEqual([]);
  });
});

describe('the component list', () => {
  it('names each package as a scanner looks it up, with its version and licence', () => {
    const lit = { name: '@lit/reactive-element', version: '2.1.1', license: 'BSD-3-Clause', folder: '' };
    expect(componentList('1.0.0', [lit])).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ purl: 'pkg:npm/%40lit/reactive-element@2.1.1', licenses: [{ license: { id: 'BSD-3-Clause' } }] }],
    });
  });
});

it('is told on the page for procurement what is inside the scripts, and under which licence', async () => {
  const page = readFileSync(new URL('../../docs/support.md', import.meta.url), 'utf8');
  const inside = await packagesInside();
  const ofOthers = inside.filter(({ name }) => !name.startsWith('@everycontact/'));
  expect(ofOthers).not.toEqual([]);
  expect(ofOthers.filter(({ name, license }) => !page.includes(`\`${name}\``) || !page.includes(license))).toEqual([]);
});
