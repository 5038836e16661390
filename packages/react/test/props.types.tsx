// Read by the type checker alone: what a host may write, and what it is told of.
import { createRef } from 'react';
import type { ContactRecord, Directory, DirectoryAnswer, Pack } from '@everycontact/core';
import type { ContactHookOptions } from '../src/agenda.js';
import { AdvicePrompt, type AdvicePromptElement } from '../src/index.js';
import {
  useContactSession,
  useDirectory,
  type ContactSessionOptions,
  type DirectoryQuestion,
} from '../src/headless.js';
import '../src/jsx.js';

declare const pack: Pack;
declare const options: ContactSessionOptions;
declare const several: ContactHookOptions;

export const whole = (
  <AdvicePrompt
    ref={createRef<AdvicePromptElement>()}
    pack={pack}
    behaviour="smoking"
    method="vba"
    setting="patient"
    context={{ 'context.age': 41 }}
    mayRefer
    className="panel"
    onOutcome={({ detail }) => detail.record satisfies ContactRecord}
    onChange={({ detail }) => detail.kind}
    onUrgent={(event) => event.detail.schemaVersion}
    onDismiss={(event) => event.preventDefault()}
    onClosed={() => undefined}
    onClick={({ currentTarget }) => currentTarget.focus()}
    aria-label="Advice"
    hidden
    onError={({ detail }) => detail.message}
  >
    Urgent help: call 999.
  </AdvicePrompt>
);

export const nothingKnown = (
  <AdvicePrompt pack={pack} locale={undefined} audience={undefined} subjectKey={undefined} onOutcome={undefined}>
    Urgent help: call 999.
  </AdvicePrompt>
);

// A pack of one's own decides what these may be.
export const ownPack = (
  <AdvicePrompt pack={pack} behaviour="sleep" locale="cy-GB" place="wexmarsh">
    Call 999.
  </AdvicePrompt>
);

// @ts-expect-error - the fallback children are required
export const bare = <AdvicePrompt pack={pack} />;
// @ts-expect-error - no such setting
export const elsewhere = <AdvicePrompt setting="home">Call 999.</AdvicePrompt>;
// @ts-expect-error - no such layout
export const drawnElsewhere = <AdvicePrompt layout="sidebar">Call 999.</AdvicePrompt>;
// @ts-expect-error - keys are on or off
export const keyless = <AdvicePrompt hotkeys="none">Call 999.</AdvicePrompt>;
// @ts-expect-error - no such launcher, as a tag neither
export const launchedByTag = <advice-prompt launcher="sometimes">Call 999.</advice-prompt>;
// @ts-expect-error - a context fact has "context." before its name
export const unnamed = <AdvicePrompt context={{ age: 41 }}>Call 999.</AdvicePrompt>;
// @ts-expect-error - no such callback
export const deaf = <AdvicePrompt onDone={() => undefined}>Call 999.</AdvicePrompt>;

// What a page does not know is undefined there.
declare const unknown: undefined;
export const nothingKnownOfThePerson = {
  ...options,
  context: unknown,
  contactId: unknown,
  preview: unknown,
  now: unknown,
  newId: unknown,
} satisfies ContactSessionOptions;
export const noPolicy = {
  ...several,
  policy: unknown,
  history: unknown,
  facts: unknown,
} satisfies ContactHookOptions;
// @ts-expect-error - a directory is needed, also one without services
export const nowhere = { ...options, directory: unknown } satisfies ContactSessionOptions;

export function Headless() {
  const { view, send, record, session } = useContactSession(options);
  // @ts-expect-error - there is no record before the contact is settled
  const outcome = record.outcome;
  return (
    <button onClick={() => send(view.common.help.intent)}>
      {outcome} {session.view.kind}
    </button>
  );
}

export function Found({
  directory,
  question,
}: {
  readonly directory: Directory;
  readonly question: DirectoryQuestion;
}) {
  const { services, again } = useDirectory(directory, question);
  // @ts-expect-error - while it is looked for there is no answer
  const answer: DirectoryAnswer = services;
  return <button onClick={again}>{answer.matches[0]?.name}</button>;
}

export const asTag = (
  <advice-prompt
    key="one"
    ref={createRef<AdvicePromptElement>()}
    className="panel"
    pack={pack}
    behaviour="smoking"
    may-refer
    undo-seconds={5}
    worker-role="nurse"
    onClick={({ currentTarget }) => currentTarget.show()}
    onadvice-outcome={({ detail }) => detail.record satisfies ContactRecord}
    onadvice-dismiss={(event) => event.preventDefault()}
  >
    Urgent help: call 999.
  </advice-prompt>
);

// @ts-expect-error - the fallback children are required here too
export const bareTag = <advice-prompt pack={pack} />;
// @ts-expect-error - no such setting
export const tagElsewhere = <advice-prompt setting="home">Call 999.</advice-prompt>;
// @ts-expect-error - a number of seconds
export const hastyTag = <advice-prompt undo-seconds="soon">Call 999.</advice-prompt>;
// @ts-expect-error - what is heard is an event
export const deafTag = <advice-prompt onadvice-outcome={(name: string) => name}>Call 999.</advice-prompt>;
