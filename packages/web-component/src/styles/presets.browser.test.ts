import { beforeEach, expect, test } from 'vitest';
import { drawn, find, opened } from '../../test/stage.js';
import presets from '../../presets.json';

beforeEach(() => {
  document.body.replaceChildren();
  document.documentElement.style.colorScheme = 'light dark';
});

/** What stands on what, with the contrast WCAG 2.2 wants of it; `seen` is how much of it shows. */
const pairs = [
  ...['text', 'muted', 'accent', 'urgent'].map((ink) => ({ ink, ground: 'surface', atLeast: 4.5 })),
  { ink: 'text', ground: 'sunken', atLeast: 4.5 },
  { ink: 'text', ground: 'tint', atLeast: 4.5 },
  { ink: 'text', ground: 'note-tint', atLeast: 4.5 },
  { ink: 'note', ground: 'note-tint', atLeast: 4.5 },
  { ink: 'on-accent', ground: 'accent', atLeast: 4.5 },
  // The keys beside labels
  ...['surface', 'tint', 'sunken'].map((ground) => ({ ink: 'text', ground, atLeast: 4.5, seen: 0.8 })),
  { ink: 'on-accent', ground: 'accent', atLeast: 3, seen: 0.8 },
  // Frames of controls, the notice's edge, the ring around what has the focus
  ...['strong', 'accent', 'urgent', 'note', 'ring'].map((ink) => ({ ink, ground: 'surface', atLeast: 3 })),
] as const;

const names = Object.keys(presets) as (keyof typeof presets)[];
const looks = names.flatMap((preset) => ['light', 'dark'].map((scheme) => ({ preset, scheme })));

test.each(looks)('has contrast enough in every pair of "$preset" on a page that is $scheme', async (look) => {
  document.documentElement.style.colorScheme = look.scheme;
  const prompt = await opened({ preset: look.preset });
  const root = find(prompt, '.root')!;
  root.style.setProperty('--_ring', 'var(--advice-focus, var(--_accent))');
  for (const { ink, ground, atLeast, ...more } of pairs) {
    const under = drawnColour(root, ground);
    const over = drawnColour(root, ink).map((channel, i) => blend(channel, under[i] ?? 0, more));
    expect(contrast(over, under), `${ink} on ${ground}`).toBeGreaterThanOrEqual(atLeast);
  }
});

test('lets what the page says on the element itself stand over a preset', async () => {
  const prompt = await opened({ preset: 'england' });
  expect(drawnColour(find(prompt, '.root')!, 'accent')).toEqual([0, 94, 184]);
  prompt.style.setProperty('--advice-accent', '#102030');
  expect(drawnColour(find(prompt, '.root')!, 'accent')).toEqual([16, 32, 48]);
});

test('is dark by its own word on a page that is light', async () => {
  document.documentElement.style.colorScheme = 'light';
  const prompt = await opened();
  const light = drawnColour(find(prompt, '.root')!, 'surface');
  prompt.setAttribute('preset', 'dark');
  await drawn(prompt);
  expect(luminance(drawnColour(find(prompt, '.root')!, 'surface'))).toBeLessThan(luminance(light));
});

const blend = (over: number, under: number, { seen = 1 }: { seen?: number }) => over * seen + under * (1 - seen);

/** The colour behind a token as the browser draws it: red, green and blue, 0 to 255. */
function drawnColour(root: HTMLElement, token: string): readonly number[] {
  const probe = root.appendChild(document.createElement('i'));
  probe.style.color = `var(--_${token})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  const pencil = document.createElement('canvas').getContext('2d')!;
  pencil.fillStyle = color;
  pencil.fillRect(0, 0, 1, 1);
  return Array.from(pencil.getImageData(0, 0, 1, 1).data.slice(0, 3));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
