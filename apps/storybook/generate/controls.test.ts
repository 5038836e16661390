import { describe, expect, it } from 'vitest';
import presets from '../../../packages/web-component/presets.json';
import { controls } from '../src/controls.js';
import { attributes, declared } from '../src/manifest.js';
import { tagOf } from '../src/tag.js';

describe('the controls of a story', () => {
  it('are all the attributes of the element, each under the property it sets', () => {
    const set = Object.entries(controls).filter(([, { table }]) => table.category === 'attributes');
    expect(set.map(([property, { name }]) => [property, name])).toEqual(
      attributes.map(({ fieldName, name }) => [fieldName, name]),
    );
    expect(controls.mayRefer).toMatchObject({ name: 'may-refer', control: { type: 'boolean' } });
  });

  it('offer the values that there are, where these can be counted', () => {
    expect(controls.audience?.options).toEqual(['worker', 'person']);
    expect(controls.setting?.options).toEqual(['patient', 'public', 'staff']);
    expect(controls.hotkeys?.options).toEqual(['on', 'off']);
    expect(controls.preset?.options).toEqual(Object.keys(presets));
    expect(controls.behaviour).toMatchObject({ control: { type: 'text' } });
    expect(controls.undoSeconds).toMatchObject({ control: { type: 'number' } });
  });

  it('set nothing by an event, a token or a part, which are there to be read about', () => {
    const parts = declared('cssParts').map((name) => `part ${name}`);
    const told = [...declared('events'), ...declared('cssProperties'), ...parts];
    expect(told.length).toBeGreaterThan(30);
    expect(told.filter((name) => controls[name]?.control !== false)).toEqual([]);
  });
});

it('shows a prompt as a page writes it: attributes by name, what is off left out, and a line inside', () => {
  const tag = tagOf({ behaviour: 'smoking', mayRefer: true, disabled: false, variant: undefined, subjectKey: 'a "b"' });
  expect(tag).toMatch(/^<advice-prompt behaviour="smoking" may-refer subject-key="a &quot;b&quot;">\n {2}<p>/);
});
