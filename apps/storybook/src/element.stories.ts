import { expect } from 'storybook/test';
import { controls } from './controls.js';
import { draw } from './draw.js';
import type { PromptArgs } from './prompt-args.js';
import { tagOf } from './tag.js';
import { type Played, walk } from './walk.js';

export default {
  title: 'Try it/Element',
  component: 'advice-prompt',
  tags: ['autodocs'],
  render: draw.element,
  play: walk,
  args: { behaviour: 'smoking', method: 'vba', audience: 'worker', setting: 'patient', preview: true, open: true },
  parameters: {
    place: 'england',
    docs: { source: { transform: (_: string, { args }: { readonly args: PromptArgs }) => tagOf({ ...args }) } },
  },
};

/** Every option of the element, to be tried. */
export const Options = {
  async play(played: Played): Promise<void> {
    await walk(played);
    const idle = Object.entries(controls).filter(([property, { control, options }]) => {
      if (!control) return false;
      const value = options?.at(-1) ?? samples[control.type];
      const prompt = draw.element({ ...played.args, [property]: value }, played).querySelector('advice-prompt');
      return (prompt as unknown as Record<string, unknown>)[property] !== value;
    });
    await expect(
      idle.map(([, { name }]) => name),
      'controls that change nothing',
    ).toEqual([]);
  },
};

const samples: Readonly<Record<string, unknown>> = { boolean: true, number: 7, text: 'en-GB' };
