import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, click, find, opened } from '../../test/stage.js';

// Pages that set everything on everything: what they say of text, of sizes and of boxes stays outside.

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  document.adoptedStyleSheets = [];
});

function page(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** All that is computed for what is drawn, in a box of the page's that is always the same. */
async function drawnStyles(): Promise<readonly (readonly string[])[]> {
  const prompt = await opened({ locale: 'en-GB' });
  for (const one of [prompt, prompt.parentElement!]) {
    for (const [trait, value] of Object.entries(box)) one.style.setProperty(trait, value, 'important');
  }
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  const styles = all(prompt, '.root, .root *').map((one) => {
    const style = getComputedStyle(one);
    const { width, height } = one.getBoundingClientRect();
    const size = `${one.localName}.${one.className} ${Math.round(width)} × ${Math.round(height)}`;
    return [size, ...traits.map((trait) => `${trait}: ${style.getPropertyValue(trait)}`)];
  });
  prompt.parentElement!.remove();
  return styles;
}

const box = { display: 'block', 'inline-size': '420px', margin: '0', padding: '0', 'box-sizing': 'border-box' };

const traits = [
  'color',
  'direction',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-caps',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-height',
  'list-style-type',
  'opacity',
  'pointer-events',
  'quotes',
  'tab-size',
  'text-align',
  'text-decoration-line',
  'text-indent',
  'text-shadow',
  'text-transform',
  'user-select',
  'visibility',
  'white-space',
  'word-break',
  'word-spacing',
];

test.each([
  ['a root of 62.5 %', 'html { font-size: 62.5% }'],
  ['a reset of everything', '* { all: unset }'],
  ['a reset of everything that is meant', '* { all: unset !important; display: block !important }'],
  ['boxes of another kind', '*, ::before, ::after { box-sizing: content-box !important; margin: 9px; padding: 9px }'],
  [
    'text set on everything',
    `* { letter-spacing: 4px !important; word-spacing: 9px !important; text-transform: uppercase !important;
        line-height: 3 !important; direction: rtl !important; white-space: pre !important; text-indent: 3em !important;
        text-align: end !important; font: italic 900 40px fantasy !important; color: red !important; hyphens: auto !important;
        text-shadow: 0 0 3px red !important; cursor: none !important; user-select: none !important;
        word-break: break-all !important; font-variant: small-caps !important }`,
  ],
  [
    'elements of its own kinds',
    'button, label, fieldset, h2, p, ul, summary, a { display: none !important; color: red }',
  ],
])('looks the same on a page with %s', async (_, css) => {
  const before = await drawnStyles();
  page(css);
  const after = await drawnStyles();
  expect(before.length).toBeGreaterThan(50);
  const changed = after.flatMap((style, index) => style.filter((one) => !before[index]?.includes(one)));
  expect([...new Set(changed)].slice(0, 9)).toEqual([]);
});

test('is not shown where the page hides it, by its attribute or with a part of the page', async () => {
  page('* { display: block }');
  const prompt = await opened({}, 'hidden');
  expect(prompt.checkVisibility()).toBe(false);
  prompt.hidden = false;
  expect(prompt.checkVisibility()).toBe(true);
  prompt.parentElement!.style.visibility = 'hidden';
  expect(find(prompt, '.heading')!.checkVisibility({ visibilityProperty: true })).toBe(false);
});
