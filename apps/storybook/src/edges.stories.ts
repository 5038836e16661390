import { england } from '@everycontact/content/england';
import type { Directory } from '@everycontact/core';
import { expect, waitFor } from 'storybook/test';
import { draw } from './draw.js';
import { expectFallback, numbers, seen } from './expect-seen.js';
import type { PromptArgs } from './prompt-args.js';
import { drawn, walk } from './walk.js';

export default {
  title: 'Edges/Element',
  component: 'advice-prompt',
  tags: ['!autodocs'],
  render: draw.element,
  play: walk,
  args: { behaviour: 'smoking', method: 'vba', audience: 'worker', setting: 'patient' },
  parameters: { place: 'england' },
};

type Played = Parameters<typeof walk>[0];

interface Edge {
  readonly args?: PromptArgs;
  readonly play?: (played: Played) => Promise<void>;
}

const toServices = ['answer:yes', 'next'];
const answering = (find: Directory['find']): Directory => ({ name: 'gallery', find });

async function nationalLine(played: Played): Promise<void> {
  await walk(played);
  await expect(await numbers(played.canvasElement)).not.toEqual([]);
}

/** The quiet button, before anybody opens it. */
export const Launcher: Edge = { args: { open: false } };

/** Where no behaviour is named, the person chooses. */
export const Agenda: Edge = { args: { behaviour: undefined, method: undefined } };

export const BrokenPack: Edge = {
  args: { pack: { ...england, scripts: 7 } },
  async play({ canvasElement }) {
    await expectFallback(canvasElement);
    await expect(await numbers(canvasElement)).toContain('tel:999');
  },
};

export const NothingOfThePack: Edge = {
  args: { pack: 'england' },
  play: ({ canvasElement }) => expectFallback(canvasElement),
};

export const UnknownBehaviour: Edge = {
  args: { behaviour: 'smokin' },
  async play({ canvasElement }) {
    await expectFallback(canvasElement);
    await expect(await numbers(canvasElement)).toContain('tel:999');
  },
};

/** A draft is not shown to anybody who did not ask for a preview. */
export const DraftWithoutPreview: Edge = {
  args: { preview: false },
  play: ({ canvasElement }) => expectFallback(canvasElement),
};

export const PastReview: Edge = { args: { now: () => '2027-06-10T09:00:00.000Z', moves: toServices } };

export const LongPastReview: Edge = {
  args: { now: () => '2027-12-01T09:00:00.000Z' },
  async play({ canvasElement }) {
    await expectFallback(canvasElement);
    await expect(await numbers(canvasElement)).toContain('tel:999');
  },
};

export const NoServices: Edge = {
  args: { services: [], moves: toServices },
  play: nationalLine,
};

/** A directory that fails never ends a contact: the national line stays. */
export const DirectoryFails: Edge = {
  args: {
    directoryPort: answering(() => Promise.reject(new Error('The gallery has no such list.'))),
    moves: toServices,
  },
  play: nationalLine,
};

export const DirectoryIsSlow: Edge = {
  args: { directoryPort: answering(() => new Promise(() => undefined)), moves: toServices },
  play: nationalLine,
};

/** Nothing leaves but that the panel was closed. */
export const Staff: Edge = { args: { setting: 'staff', moves: ['answer:yes', 'next', 'next', 'done'] } };

export const NotPrivate: Edge = { args: { moves: ['not-private'] } };

export const FamilyInterprets: Edge = {
  args: { behaviour: 'alcohol', method: 'very-brief', occasion: { interpreter: 'family' } },
};

export const Hidden: Edge = {
  args: { moves: ['answer:yes', 'hide'] },
  async play(played) {
    await walk(played);
    await expect(await seen(played.canvasElement)).not.toContain('smok');
  },
};

/** The services that the worker has found, as the person may read them over the whole window. */
export const TurnedTowardsThePerson: Edge = {
  args: { moves: toServices },
  async play(played) {
    await walk(played);
    const prompt = await drawn(played.canvasElement);
    prompt.shadowRoot?.querySelector<HTMLElement>('[part=turn] button')?.click();
    const dialog = () => prompt.shadowRoot?.querySelector('[part=turn] > div')?.shadowRoot?.querySelector('dialog');
    await waitFor(() => expect(dialog()?.open).toBe(true));
    await expect(dialog()?.querySelectorAll('.entry').length).toBeGreaterThan(0);
    await expect(dialog()?.textContent).not.toContain('Why this');
  },
};

export const Disabled: Edge = {
  args: { disabled: true },
  async play({ canvasElement }) {
    await waitFor(() => expect(canvasElement.querySelector('advice-prompt')?.shadowRoot).toBeTruthy());
    await expect(canvasElement.querySelector('advice-prompt')?.shadowRoot?.children).toHaveLength(0);
  },
};

/** What was typed is no number that fits: a summary says so, and leads to the field. */
export const NumberThatDoesNotFit: Edge = {
  args: { behaviour: 'diet', method: 'brief', moves: ['next', 'answer:none'] },
  async play(played) {
    await walk(played);
    const prompt = await drawn(played.canvasElement);
    prompt.shadowRoot?.querySelector<HTMLElement>('button[type=submit]')?.click();
    await waitFor(() => expect(prompt.shadowRoot?.querySelector('.problem')).toBeTruthy());
    await expect(prompt.shadowRoot?.querySelector('#number')?.getAttribute('aria-invalid')).toBe('true');
  },
};
