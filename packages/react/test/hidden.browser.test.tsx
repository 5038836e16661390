import * as React from 'react';
import { describe, expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import { AdvicePrompt, type AdvicePromptProps } from '../src/index.js';
import type { ContactRecord, View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { choiceFor } from '@everycontact/core/testing';
import { HostPrompt } from './host-prompt.js';
import { aMoment, mount } from './page.js';

const { useLayoutEffect, useState } = React;

type Mode = 'hidden' | 'visible';
const { Activity } = React as { Activity?: React.ComponentType<{ mode: Mode; children: React.ReactNode }> };

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const given = { pack: england, behaviour: 'smoking', method: 'vba', preview: true, open: true } as const;

const Left = (props: Partial<AdvicePromptProps>) => (
  <AdvicePrompt {...given} {...props}>
    Urgent help: call 999.
  </AdvicePrompt>
);

/** As the recipe for Next.js says. */
function TakenOut(props: Partial<AdvicePromptProps>) {
  const [shown, setShown] = useState(true);
  useLayoutEffect(() => {
    setShown(true);
    return () => setShown(false);
  }, []);
  return shown && <Left {...props} />;
}

// React 18 hides nothing. Next.js does it with Cache Components to a page that is left.
describe.runIf(Activity)('on a page that React hides and shows again', () => {
  function page(Prompt: React.FC<Partial<AdvicePromptProps>>, undoSeconds: number) {
    const Hideable = Activity!;
    const onOutcome = vi.fn<NonNullable<AdvicePromptProps['onOutcome']>>();
    const drawn = (mode: Mode) => (
      <Hideable mode={mode}>
        <div className="page">
          <Prompt undoSeconds={undoSeconds} onOutcome={onOutcome} />
        </div>
      </Hideable>
    );
    const { place, render } = mount(drawn('visible'));
    const shadow = () => place.querySelector('advice-prompt')?.shadowRoot;
    const button = (label: string) =>
      vi.waitFor(() => {
        const found = [...(shadow()?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.includes(label));
        if (!found) throw new Error(`There is no button "${label}" in: ${shadow()?.textContent ?? ''}`);
        return found;
      }, patience);
    return {
      place,
      button,
      press: async (label: string) => (await button(label)).click(),
      turn: async (mode: Mode) => {
        render(drawn(mode));
        const isVisible = () => place.querySelector('.page')?.checkVisibility();
        await vi.waitFor(() => expect(isVisible()).toBe(mode === 'visible'), patience);
      },
      outcomes: () => onOutcome.mock.calls.map(([{ detail }]) => detail.record.outcome),
    };
  }

  it('waits where it was with its page', async () => {
    const { press, button, turn, outcomes } = page(Left, 0);
    await press('Urgent help');
    const inUrgentHelp = (await button('Not urgent')).getRootNode();
    await turn('hidden');
    await turn('visible');
    expect((await button('Not urgent')).getRootNode()).toBe(inUrgentHelp);
    expect(outcomes()).toEqual([]);
  });

  it('tells its outcome while it is hidden, when its undo is over', async () => {
    const { press, turn, outcomes } = page(Left, 1);
    await press('No thanks');
    await turn('hidden');
    await vi.waitFor(() => expect(outcomes()).toEqual(['declined']), patience);
  });

  it('tells its outcome at once and begins anew, where the host takes it out with its page', async () => {
    const { place, press, button, turn, outcomes } = page(TakenOut, 600);
    await press('No thanks');
    await button('Undo');
    await turn('hidden');
    await vi.waitFor(() => expect(place.querySelector('advice-prompt')).toBeNull(), patience);
    expect(outcomes()).toEqual(['declined']);
    await turn('visible');
    await button('No thanks');
    expect(outcomes()).toEqual(['declined']);
  });
});

describe.runIf(Activity)('a contact in the host’s own markup that React hides and shows again', () => {
  const directory = memoryDirectory([], '2026-11-22T09:00:00.000Z');
  function page() {
    const Hideable = Activity!;
    let view: View | undefined;
    const records: ContactRecord[] = [];
    const drawn = (mode: Mode) => (
      <Hideable mode={mode}>
        <div className="page">
          <HostPrompt
            pack={england}
            script="smoking.vba"
            reader={{ locale: 'en-GB', audience: 'worker' }}
            occasion={{ setting: 'patient' }}
            directory={directory}
            preview
            onOutcome={(record) => records.push(record)}
            onView={(seen) => {
              view = seen;
            }}
          />
        </div>
      </Hideable>
    );
    const { place, render } = mount(drawn('visible'));
    const kind = (wanted: View['kind']) => vi.waitFor(() => expect(view?.kind).toBe(wanted), patience);
    return {
      kind,
      outcomes: () => records.map(({ outcome }) => outcome),
      press: async (move: string) => {
        const intent = await vi.waitFor(() => JSON.stringify(choiceFor(view!, move).intent), patience);
        await vi.waitFor(
          () => [...place.querySelectorAll('button')].find(({ dataset }) => dataset['intent'] === intent)!.click(),
          patience,
        );
      },
      turn: async (mode: Mode) => {
        render(drawn(mode));
        const isVisible = () => place.querySelector('.page')?.checkVisibility();
        await vi.waitFor(() => expect(isVisible()).toBe(mode === 'visible'), patience);
        await aMoment();
      },
    };
  }

  it('hands its record over once, however often it is hidden and shown', async () => {
    const { press, turn, kind, outcomes } = page();
    await press('decline');
    for (const mode of ['hidden', 'visible', 'hidden', 'visible'] as const) await turn(mode);
    await kind('closed');
    expect(outcomes()).toEqual(['declined']);
  });
});
