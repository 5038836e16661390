import { resumeSession } from '../contact/resume.js';
import { EveryContactError } from '../error.js';
import { decide, type Decision } from '../prompting/decide.js';
import { emptyHistory } from '../prompting/history.js';
import { noLimits } from '../prompting/policy.js';
import { factsOf } from '../rules/occasion.js';
import {
  runContact,
  started,
  type Contact,
  type ContactLog,
  type ContactOptions,
  type ResumeOptions,
} from './contact.js';

/**
 * A contact that may cover several behaviours. The person chooses from the agenda, or the worker raises one; `decide` orders
 * it. Once it was "not private", or where family interprets, nothing sensitive is opened or spoken of.
 *
 * @throws EveryContactError `locale-unknown`, `context-invalid`; `send` throws `intent-not-offered` and changes nothing
 */
export function createContact(options: ContactOptions): Contact {
  const log = started(options);
  return runContact(withPreview(options), decided(options, log), log, []);
}

/**
 * Goes on from the log of a contact on the same pack.
 *
 * @throws EveryContactError as `createContact`; `log-newer`, `log-empty` or `log-of-another-pack` for its logs
 */
export function resumeContact(log: ContactLog, options: ResumeOptions): Contact {
  if (log.schema !== 'everycontact/log@1') {
    const message = `Expected everycontact/log@1, found ${String(log.schema)}. Update @everycontact/core to read this log.`;
    throw new EveryContactError('log-newer', 'log.schema', message);
  }
  const sessions = log.sessions.map((one) => resumeSession(one, withPreview(options)));
  return runContact(withPreview(options), decided(options, log), log, sessions);
}

/** A policy may let drafts be shown, where the host does not say. */
const withPreview = <Options extends ResumeOptions>(options: Options) => ({
  ...options,
  preview: options.preview ?? options.policy?.preview ?? false,
});

/** What may be raised, when the contact starts. */
function decided(options: ResumeOptions, { startedAt, contactId }: ContactLog): readonly Decision[] {
  const { pack, occasion, context, facts, policy = noLimits, history = emptyHistory } = options;
  const known = { ...factsOf(occasion), ...context, ...facts };
  return decide(pack, { ...policy, preview: withPreview(options).preview }, history, known, startedAt, contactId);
}
