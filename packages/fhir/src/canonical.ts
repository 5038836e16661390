import type { ScriptId, StepId } from '@everycontact/core';

// The addresses and ids that a script has in FHIR. A form and a response to it are two exports of one script, so both take them from here.

/** Where a script stands inside a step: `item` is a question of an instrument. */
export interface Linked {
  readonly step: StepId;
  readonly item?: string;
}

/** The canonical address of a script's Questionnaire, without its version; FHIR ids have no room for other signs than `-` and `.`. */
export const questionnaireAddress = (canonical: string, script: ScriptId): string =>
  `${baseOf(canonical)}/Questionnaire/${script}`;

/** The item of a Questionnaire, and of its response, in which a step or a question of an instrument stands. */
export const linkId = ({ step, item }: Linked): string => (item === undefined ? step : `${step}.${item}`);

/** The system of the answers to one question: its codes are the option values of the pack, which mean nothing elsewhere. */
export const answerSystem = (canonical: string, script: ScriptId, at: Linked): string =>
  `${baseOf(canonical)}/CodeSystem/${script}.${linkId(at)}`;

/** `https://example.org/fhir/` and `https://example.org/fhir` are one address. */
export const baseOf = (canonical: string): string => canonical.replace(/\/+$/, '');

/** An address that was made up for examples: nothing under it may come into a real record. */
export function isExampleAddress(address: string): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  return /(^|\.)(example|test|invalid|localhost)$/.test(host) || /(^|\.)example\.(org|com|net)$/.test(host);
}
