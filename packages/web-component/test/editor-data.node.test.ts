import { describe, expect, it } from 'vitest';
import * as packsByPlace from '@everycontact/content';
import manifest from '../custom-elements.json';
import own from '../package.json';

// What editors complete and explain the tag with, as the build has written it from the manifest.

declare global {
  interface ImportMeta {
    /** Vite's: what files hold, by path. */
    glob<T>(pattern: string, options: { query?: '?raw'; import: 'default'; eager: true }): Record<string, T>;
  }
}
interface Named {
  readonly name: string;
  readonly description: string | { readonly value: string };
}
interface Valued extends Named {
  readonly values?: readonly { readonly name: string }[];
  readonly valueSet?: string;
}
interface Told {
  readonly html: { readonly tags: readonly (Named & { readonly attributes: readonly Valued[] })[] };
  readonly css: { readonly properties: readonly Named[]; readonly pseudoElements: readonly Named[] };
  readonly web: {
    readonly contributions: { readonly html: { readonly elements: readonly Element[] }; readonly css: Css };
  };
}
interface Element extends Named {
  readonly attributes: readonly (Named & { readonly value: { readonly type: string } })[];
  readonly slots: readonly Named[];
  readonly js: { readonly properties: readonly Named[]; readonly events: readonly Named[] };
}
interface Css {
  readonly properties: readonly Named[];
  readonly 'pseudo-elements': readonly Named[];
}

const files = import.meta.glob<unknown>('../dist/editor/*.json', { import: 'default', eager: true });
const html = (files['../dist/editor/html-data.json'] as Told['html']).tags[0]!;
const css = files['../dist/editor/css-data.json'] as Told['css'];
const web = (files['../dist/editor/web-types.json'] as Told['web']).contributions;
const tag = web.html.elements[0]!;
const element = manifest.modules.flatMap(({ declarations }) => declarations)[0]!;

const named = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
const undescribed = (all: readonly Named[]) =>
  named(all.filter(({ description }) => !(typeof description === 'string' ? description : description?.value)));
const attribute = (name: string) => html.attributes.find((one) => one.name === name)!;
const valuesOf = (name: string) => named(attribute(name).values ?? []);
const packs = Object.values(packsByPlace);
const inPacks = (read: (pack: (typeof packs)[number]) => readonly string[]) => [...new Set(packs.flatMap(read))].sort();

describe('the manifest', () => {
  it('tells of the element by files that are in the package, and of nothing that is its own business', () => {
    expect(named([element])).toEqual(['AdvicePrompt']);
    expect(manifest.modules.map(({ path }) => path)).toEqual(['dist/index.js', 'dist/define.js']);
    expect(JSON.stringify(manifest)).not.toMatch(/"src\/|"name":"#|"privacy":"(private|protected)"/);
  });

  it('gives what can be counted by its values, not by the name of a type', () => {
    const types = element.attributes.map(({ type }) => type.text);
    expect(types).toContain("'patient' | 'public' | 'staff'");
    expect(types.filter((type) => /^[A-Z]/.test(type))).toEqual([]);
  });
});

describe('the custom data of VS Code', () => {
  it('has every attribute, token and part of the manifest, each with a sentence', () => {
    expect(named([html])).toEqual(['advice-prompt']);
    expect(named(html.attributes)).toEqual(named(element.attributes));
    expect(named(css.properties)).toEqual(named(element.cssProperties));
    expect(named(css.pseudoElements)).toEqual(named(element.cssParts).map((part) => `::part(${part})`));
    expect(undescribed([html, ...html.attributes, ...css.properties, ...css.pseudoElements])).toEqual([]);
  });

  it('names every event and what stands inside, where the tag is explained', () => {
    const { value } = html.description as { readonly value: string };
    expect(element.events.filter(({ name, description }) => !value.includes(`\`${name}\`: ${description}`))).toEqual(
      [],
    );
    expect(value).toContain(element.slots[0]!.description);
  });

  it('writes a switch without a value, and offers the values of what has some', () => {
    expect(attribute('may-refer')).toMatchObject({ valueSet: 'v' });
    expect(valuesOf('audience')).toEqual(['worker', 'person']);
    expect(valuesOf('layout')).toEqual(['panel', 'side', 'page']);
    expect(valuesOf('undo-seconds')).toEqual([]);
  });

  it('offers what the packs have where a pack decides', () => {
    expect(valuesOf('place').sort()).toEqual(inPacks(({ id }) => [id]));
    expect(valuesOf('behaviour').sort()).toEqual(inPacks(({ behaviours }) => Object.keys(behaviours)));
    expect(valuesOf('locale').sort()).toEqual(inPacks(({ locales }) => locales));
    expect(valuesOf('method')).toEqual(expect.arrayContaining(['vba', 'very-brief', 'brief']));
  });
});

describe('the web-types of JetBrains', () => {
  it('are found by the package', () => {
    expect(own.customElements).toBe('custom-elements.json');
    expect(own['web-types']).toBe('dist/editor/web-types.json');
    expect(own.files).toContain('dist');
  });

  it('have every attribute, property, event, slot, token and part of the manifest, each with a sentence', () => {
    const fields = element.members.filter(({ kind, name }) => kind === 'field' && name !== 'version');
    const parts = web.css['pseudo-elements'];
    expect(named(tag.attributes)).toEqual(named(element.attributes));
    expect(named(tag.js.properties)).toEqual(named(fields));
    expect(named(tag.js.events)).toEqual(named(element.events));
    expect(tag.slots).toHaveLength(element.slots.length);
    expect(named(web.css.properties)).toEqual(named(element.cssProperties));
    expect(named(parts)).toEqual(named(element.cssParts).map((part) => `part(${part})`));
    const all = [
      tag,
      ...tag.attributes,
      ...tag.js.properties,
      ...tag.js.events,
      ...tag.slots,
      ...web.css.properties,
      ...parts,
    ];
    expect(undescribed(all)).toEqual([]);
  });

  it('let other values stand where a pack decides, and none where the element does', () => {
    const type = (name: string) => tag.attributes.find((one) => one.name === name)!.value.type;
    expect(type('place')).toBe([...packs.map(({ id }) => `'${id}'`), 'string'].join(' | '));
    expect(type('setting')).toBe("'patient' | 'public' | 'staff'");
    expect(type('open')).toBe('boolean');
  });
});
