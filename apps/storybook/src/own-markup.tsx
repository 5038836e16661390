import { examples } from '@everycontact/content/examples';
import { england } from '@everycontact/content/england';
import { directionOf, type View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { choiceFor, found } from '@everycontact/core/testing';
import type { ComponentType } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import type { ContactProps } from '../../../packages/react/examples/contact-props.js';
import { HelpBoundary } from '../../../packages/react/examples/help-boundary.js';
import { argsOf } from '../generate/stories.mjs';
import { inReact } from './draw.js';
import { type PromptArgs, propertiesOf, type Shown } from './prompt-args.js';
import { beside, frame, outcomesIn, type Played, until } from './walk.js';

// Contacts that a host draws itself, with the hooks alone: the same named examples as in the element, by role and name.

/** What a story of a named example of England is told with. @throws Error when there is none of this id */
export function named(id: string): { readonly args: PromptArgs; readonly parameters: Shown['parameters'] } {
  const example = examples.england.find((one) => one.id === id);
  if (!example) throw new Error(`No named example of England is called ${id}.`);
  const { moves, expect: expected } = example;
  return { args: argsOf(england, example, moves), parameters: { place: 'england', outcome: expected.outcome } };
}

/** How a story is drawn in markup of a host's own. What comes of it is told as the element tells it. */
export const drawnIn = (Contact: ComponentType<ContactProps>) => (args: PromptArgs, shown: Shown) => {
  const place = inReact(
    <HelpBoundary emergencyNumber="999">
      <Contact
        {...contactOf(args, shown)}
        onRecord={(record) =>
          place.dispatchEvent(new CustomEvent('advice-outcome', { bubbles: true, detail: { record } }))
        }
      />
    </HelpBoundary>,
    shown,
  );
  const { locale } = contactOf(args, shown);
  return Object.assign(place, { lang: locale, dir: directionOf(locale) });
};

function contactOf(args: PromptArgs, shown: Shown): ContactProps {
  const { behaviour, method, pack, locale, services, now, setting, context, occasion, ...may } = propertiesOf(
    args,
    shown,
  );
  const { mayRefer = false, registered = false } = may;
  return {
    pack: pack as ContactProps['pack'],
    script: `${behaviour ?? ''}.${method ?? ''}`,
    locale,
    directory: memoryDirectory(services, now()),
    occasion: { setting: setting ?? 'patient', mayRefer, registered, ...occasion },
    ...(context && { context }),
    now,
  };
}

/** Walks such a story as somebody who goes by roles and names. */
export async function walkByName({ args, canvasElement, step, ...shown }: Played): Promise<void> {
  const outcomes = outcomesIn(canvasElement);
  const session = beside(args, shown);
  await until(() => canvasElement.querySelector('h2'));
  for (const move of args.moves ?? []) {
    await found(session);
    const { view } = session;
    const { label, intent } = choiceFor(view, move);
    await step(label, () => make(canvasElement, view, move, label));
    session.send(intent);
    await frame();
  }
  await expect(outcomes).toEqual([shown.parameters.outcome]);
}

async function make(canvasElement: HTMLElement, view: View, move: string, label: string): Promise<void> {
  const screen = within(canvasElement);
  if (view.kind === 'number' && move.startsWith('answer:')) {
    const field = await screen.findByLabelText((view.say ?? view.prompt)?.text ?? '');
    await userEvent.type(field, `${label}{Enter}`);
  } else {
    const [button] = await screen.findAllByRole('button', { name: label });
    if (button) await userEvent.click(button);
  }
}
