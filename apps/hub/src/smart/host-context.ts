import type { ContextFacts, Pack } from '@everycontact/core';
import type { HostContext } from '@everycontact/core/host-context';
import type { FhirContext } from '@everycontact/fhir';
import type { Launched } from './launch.js';

/** What a deployer vouches for of everybody who works with the hub. */
export interface Workplace {
  readonly locale: string;
  readonly worker: { readonly mayRefer?: boolean; readonly registered?: boolean };
  readonly facts: ContextFacts;
}

/** A launch and what was read from the record, in the words of every other host. */
export function hostContextOf(
  launched: Launched,
  read: FhirContext,
  { locale, worker, facts }: Workplace,
  pack: Pick<Pack, 'context'>,
): HostContext {
  const { issuer, patient, encounter, user } = launched;
  const asked = Object.entries(facts).filter(([name]) => Object.hasOwn(pack.context, name));
  return {
    schema: 'everycontact/host-context@1',
    subject: {
      key: `${issuer.iss} ${patient ?? 'nobody'}`,
      ...(patient !== undefined && { reference: `Patient/${patient}` }),
    },
    user: { ...worker, ...(user !== undefined && { reference: user }) },
    ...(encounter !== undefined && { encounter: { reference: `Encounter/${encounter}` } }),
    locale,
    setting: 'patient',
    ...(read.near && { near: read.near }),
    facts: { ...(Object.fromEntries(asked) as ContextFacts), ...read.facts },
    policyFacts: { ...facts, ...read.forPolicy },
    history: read.history,
  };
}

/** The script that a card of ours named when it was followed; nothing of anybody else's. */
export function scriptIn(
  appContext: string | undefined,
  scripts: Readonly<Record<string, unknown>>,
): string | undefined {
  try {
    const { script } = Object(JSON.parse(appContext ?? 'null')) as { script?: unknown };
    return typeof script === 'string' && Object.hasOwn(scripts, script) ? script : undefined;
  } catch {
    return undefined;
  }
}
