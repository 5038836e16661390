import type * as r4 from 'fhir/r4.js';
import { baseOf } from '../canonical.js';
import type { Draft } from './draft.js';
import { healthcareService } from './healthcare-service.js';
import type { Leaving } from './leaving.js';
import { addRefusal } from './observations.js';
import { formOf } from './questionnaire-response.js';

type Signpost = Leaving['signposts'][number];
type Chosen = Signpost['chosen'][number];
interface Parts {
  readonly response: r4.Reference;
  readonly reasons: readonly r4.Reference[];
}

/** Referrals that were accepted, information that was handed over, and an offer that was declined. */
export function addHandedOver(draft: Draft, parts: Parts): void {
  const { record, about } = draft;
  const all = record.signposts.flatMap((signpost) => signpost.chosen.map((one) => ({ signpost, one })));
  const referred = all.filter(({ one }) => one.how === 'referred');
  const consent = referred.length
    ? addConsent(
        draft,
        parts,
        referred.map(({ one }) => one.name),
      )
    : undefined;
  for (const { signpost, one } of all)
    if (one.how !== 'referred') addInformation(draft, signpost, one);
    else if (about.subject) addReferral(draft, parts, signpost, one, about.subject, consent);
  if (record.declined && record.offered && !all.length) addDeclined(draft, parts);
}

const matchOf = ({ services }: Signpost, { service }: Chosen) => services.find((match) => match.service === service);

function addReferral(
  draft: Draft,
  { response, reasons }: Parts,
  signpost: Signpost,
  chosen: Chosen,
  subject: r4.Reference,
  consent: r4.Reference | undefined,
): void {
  const { record, options, about, at, author } = draft;
  const match = matchOf(signpost, chosen);
  const system = `${baseOf(options.canonical)}/NamingSystem/service`;
  const performer = match
    ? draft.addService(healthcareService(match), { system, value: match.service })
    : { display: chosen.name };
  // A code of referral names a kind of service: a national line or one's own doctor is not of that kind.
  const code = draft.concept(
    match ? [`referral.${signpost.need}`, `referral-intervention.${record.behaviour}`] : [],
    draft.name('referral-to', { service: chosen.name }),
  );
  const { coding: reason } = draft.concept([`referral-reason.${record.behaviour}`], '');
  const { coding: category } = draft.concept(['referral'], '');
  draft.add(`referral.${signpost.need}.${chosen.service}`, {
    resourceType: 'ServiceRequest',
    instantiatesUri: [formOf(draft)],
    status: 'active',
    intent: 'order',
    ...(category && { category: [{ coding: category }] }),
    code,
    ...about,
    subject,
    authoredOn: at,
    ...(author && { requester: author }),
    performer: [performer],
    ...(reason && { reasonCode: [{ coding: reason }] }),
    ...(reasons.length && { reasonReference: [...reasons] }),
    supportingInfo: [response, ...(consent ? [consent] : [])],
  });
}

/** Told or sent: that it was, and of which service, as it was shown. */
function addInformation(draft: Draft, signpost: Signpost, chosen: Chosen): void {
  const { about, at } = draft;
  const { phone, url } = matchOf(signpost, chosen) ?? {};
  const contentString = [chosen.name, phone, url].filter(Boolean).join(', ');
  const topic = draft.concept([`signposted.${signpost.need}`], '');
  draft.add(`information.${signpost.need}.${chosen.service}.${chosen.how}`, {
    ...information(draft),
    status: 'completed',
    ...(topic.coding && { topic }),
    ...about,
    sent: at,
    payload: [{ contentString }],
  });
}

/** The offer was declined: the information, and - where the worker could refer - the referral too. */
function addDeclined(draft: Draft, { response, reasons }: Parts): void {
  const { record, options, about, at, author } = draft;
  const { subject } = about;
  draft.add('information', {
    ...information(draft),
    status: 'not-done',
    statusReason: { coding: [objection] },
    ...about,
  });
  if (!options.who?.mayRefer || !subject) return;
  for (const { need } of record.signposts) {
    draft.add(`referral.${need}`, {
      resourceType: 'Procedure',
      instantiatesCanonical: [formOf(draft)],
      status: 'not-done',
      statusReason: draft.concept(['refusal'], draft.name('refusal')),
      code: draft.concept([`referral.${need}`], draft.name('referral')),
      ...about,
      subject,
      performedDateTime: at,
      ...(author && { performer: [{ actor: author }] }),
      ...(reasons.length && { reasonReference: [...reasons] }),
    });
    addRefusal(draft, `referral-declined.${need}`, response);
  }
}

function information({ about, author }: Draft) {
  const category = { system: 'http://terminology.hl7.org/CodeSystem/communication-category', code: 'instruction' };
  return {
    resourceType: 'Communication' as const,
    category: [{ coding: [category] }],
    ...(author && { sender: author }),
    ...(about.subject && { recipient: [about.subject] }),
  };
}

const objection: r4.Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/communication-not-done-reason',
  code: 'patient-objection',
  display: 'Patient Objection',
};

/** That contact details may go to these services. Only where the host says that they do. */
function addConsent(draft: Draft, { response }: Parts, names: readonly string[]): r4.Reference | undefined {
  const { subject } = draft.about;
  if (!draft.options.contactDetailsLeave || !subject) return undefined;
  const hl7 = 'http://terminology.hl7.org/CodeSystem/';
  const role = { coding: [{ system: `${hl7}v3-ParticipationType`, code: 'IRCP' }] };
  return draft.add('consent', {
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ system: `${hl7}consentscope`, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0', display: 'Consent Document' }] }],
    patient: subject,
    dateTime: draft.at,
    performer: [subject],
    sourceReference: response,
    policyRule: { coding: [{ system: `${hl7}v3-ActCode`, code: 'OPTIN' }] },
    provision: {
      type: 'permit',
      // A HealthcareService may not stand here: the name alone does.
      actor: [...new Set(names)].map((display) => ({ role, reference: { display } })),
      purpose: [{ system: `${hl7}v3-ActReason`, code: 'TREAT' }],
    },
  });
}
