// Read by the type checker alone: what a host may write, and what it is told of.
import { createRef } from 'react';
import type { ContactRecord, Pack } from '@everycontact/core';
import { AdvicePrompt, type AdvicePromptElement } from '../src/index.js';
import { useContactSession, type ContactSessionOptions } from '../src/headless.js';

declare const pack: Pack;
declare const options: ContactSessionOptions;

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
    onClosed={() => undefined}
    onError={({ detail }) => detail.message}
  >
    Urgent help: call 999.
  </AdvicePrompt>
);

// @ts-expect-error - the fallback children are required
export const bare = <AdvicePrompt pack={pack} />;
// @ts-expect-error - no such setting
export const elsewhere = <AdvicePrompt setting="home">Call 999.</AdvicePrompt>;
// @ts-expect-error - a context fact has "context." before its name
export const unnamed = <AdvicePrompt context={{ age: 41 }}>Call 999.</AdvicePrompt>;
// @ts-expect-error - no such callback
export const deaf = <AdvicePrompt onDone={() => undefined}>Call 999.</AdvicePrompt>;

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
