import type { Policy } from '@everycontact/core/prompting';
import presets from '../../../packages/web-component/presets.json';
import { expect, waitFor } from 'storybook/test';
import { views } from '../generated/views.js';
import { draw } from './draw.js';
import { declared, named } from './manifest.js';
import type { PromptArgs, Shown } from './prompt-args.js';
import { go } from './walk.js';

export default {
  title: 'Try it/Theme',
  component: 'advice-prompt',
  tags: ['!autodocs'],
  // One prompt stands here many times, so many regions have one name.
  parameters: { controls: { disable: true }, a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
};

interface Played extends Shown {
  readonly canvasElement: HTMLElement;
}

/** Several prompts on one page, each at a view of its own, under a name. */
const wall = (prompts: Readonly<Record<string, { readonly args: PromptArgs; readonly globals?: object }>>) => ({
  render(_: unknown, shown: Shown) {
    const place = element('div', 'wall');
    for (const [name, { args, globals }] of Object.entries(prompts)) {
      const figure = element('figure', '', element('figcaption', '', name));
      figure.append(draw.element(args, { ...shown, globals: { ...shown.globals, ...globals } }));
      place.append(figure);
    }
    return place;
  },
  async play({ canvasElement, globals, parameters }: Played) {
    const figures = [...canvasElement.querySelectorAll('figure')];
    for (const [at, { args, globals: own }] of Object.values(prompts).entries()) {
      const figure = figures[at];
      if (figure) await go(figure, args, { parameters, globals: { ...globals, ...own } });
    }
  },
});

const inPresets = Object.fromEntries(
  Object.keys(presets).map((preset) => [preset, { args: views.statement, globals: { preset, width: '320' } }]),
);

/** The same view in every preset. */
export const Presets = { ...wall(inPresets), globals: { width: 'full' } };

const policy: Policy = {
  schema: 'everycontact/policy@1',
  rules: [{ id: 'once', of: 'any', atMost: 1, per: 'contact', source: 'proposal' }],
  longestSnoozeDays: 365,
};

const parts = wall({
  launcher: { args: { behaviour: 'smoking', open: false } },
  decided: { args: { behaviour: 'smoking', open: false, launcher: 'decide', policy } },
  question: { args: views.question },
  statement: { args: views.statement },
  number: { args: views.number },
  hidden: { args: views.hidden },
  instrument: { args: views.instrument },
  signposts: { args: views.signposts },
  notice: { args: views.notice },
  urgent: { args: views.urgent },
  closed: { args: views.closed },
  over: { args: { ...views.signposts, moves: [...(views.signposts.moves ?? []), 'told', 'next', 'done'] } },
  fallback: { args: { behaviour: 'smokin' } },
});

/** Every token has a field to change it by; every part can be pointed at. */
export const TokensAndParts = {
  globals: { width: '320' },
  render(args: unknown, shown: Shown) {
    const prompts = parts.render(args, shown);
    const pointing = document.createElement('style');
    const tokens = named('cssProperties').map(({ name, description = '' }) => {
      const field = Object.assign(document.createElement('input'), { type: 'text', placeholder: 'as it is' });
      field.addEventListener('input', () => {
        for (const prompt of prompts.querySelectorAll<HTMLElement>('advice-prompt'))
          prompt.style.setProperty(name, field.value);
      });
      const label = element('label', '', element('code', '', name), field);
      return element('tr', '', element('td', '', label), element('td', '', description));
    });
    const pointers = named('cssParts').map(({ name, description = '' }) => {
      const button = Object.assign(element('button', '', name), { type: 'button' });
      button.addEventListener('click', () => {
        pointing.textContent = `advice-prompt::part(${name}) { outline: 3px solid #d5007f; outline-offset: 2px }`;
      });
      return element('tr', '', element('td', '', button), element('td', '', description));
    });
    return element(
      'div',
      'theme',
      pointing,
      element('table', '', ...tokens),
      element('table', '', ...pointers),
      prompts,
    );
  },
  async play(played: Played) {
    await parts.play(played);
    const prompts = [...played.canvasElement.querySelectorAll<HTMLElement>('advice-prompt')];
    const inPrompts = (selector: string) =>
      prompts.map((prompt) => prompt.shadowRoot?.querySelector<HTMLElement>(selector)).find(Boolean);
    inPrompts('button[type=submit]')?.click(); // no number was entered
    const missing = () => declared('cssParts').filter((part) => !inPrompts(`[part~="${part}"]`));
    await waitFor(() => expect(missing(), 'parts that no view has').toEqual([]));
    const before = prompts.map(looks);
    const idle = declared('cssProperties').filter((token) => {
      for (const prompt of prompts) prompt.style.setProperty(token, strange(token));
      const changed = prompts.some((prompt, at) => looks(prompt) !== before[at]);
      for (const prompt of prompts) prompt.style.removeProperty(token);
      return !changed;
    });
    await expect(idle, 'tokens that change nothing').toEqual([]);
  },
};

function strange(token: string): string {
  if (token.endsWith('shadow')) return '0 0 3px #123456';
  if (token.endsWith('font')) return 'monospace';
  return /size|radius/.test(token) ? '23px' : '#123456';
}

const seen = [
  'color',
  'backgroundColor',
  'borderTopColor',
  'outlineColor',
  'fontFamily',
  'fontSize',
  'borderRadius',
  'boxShadow',
] as const;

/** How everything in a prompt looks, with the focus on its first button. */
function looks(prompt: HTMLElement): string {
  prompt.shadowRoot?.querySelector('button')?.focus();
  const inside = [...(prompt.shadowRoot?.querySelectorAll('*') ?? [])];
  return JSON.stringify(inside.map((one) => seen.map((name) => getComputedStyle(one)[name])));
}

function element(tag: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}
