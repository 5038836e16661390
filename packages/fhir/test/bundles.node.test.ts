import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import type { ContactRecord, EveryContactError, Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { aService, choicesOf, type Example, walkExample } from '@everycontact/core/testing';
import type * as r4 from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, profiles, type ProfileId, toBundle, toQuestionnaire } from '../src/index.js';
import { memoryFhir } from '../src/testing.js';
import { readBundle } from './read-bundle.js';
import { validators } from './validators.js';

const packs: readonly Pack[] = Object.values(content);
const directory = memoryDirectory(
  [...new Set(packs.flatMap(({ needs }) => Object.keys(needs)))].map((need) =>
    aService({
      id: `wexmarsh/${need}`,
      name: `Wexmarsh ${need} (invented)`,
      needs: [{ need, how: 'main' }],
      state: 'open',
      area: { kind: 'national' },
      phone: '01632 960123',
      url: 'https://services.example/',
      cost: 'free',
      hours: [
        { day: 1, opens: '09:00', closes: '17:00' },
        { day: 2, opens: '00:00', closes: '24:00' },
        { day: 3, opens: '18:00', closes: '24:00' },
        { day: 7, opens: '22:00', closes: '02:00' },
      ],
      access: { self: 'yes', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    }),
  ),
  '2026-11-22T09:00:00.000Z',
);
const options: BundleOptions = {
  canonical: 'https://health.example/fhir',
  demo: true,
  now: '2026-11-22T09:40:00.000Z',
  subject: { reference: 'Patient/p-4711' },
  encounter: { reference: 'Encounter/e-1' },
  author: { reference: 'PractitionerRole/pr-42', display: 'Podiatry assistant' },
  organisation: { reference: 'Organization/north' },
  who: { mayRefer: true, registered: true },
  contactDetailsLeave: true,
  codes: { marks: ['verified', 'second-hand', 'to-confirm'] },
};
const exampleOf = (pack: Pack, id: string): Example => {
  const found = examples[pack.id as keyof typeof examples].find((example) => example.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
};
/** As the example goes; where it marks a national line, a local service is marked too. */
async function recordOf(pack: Pack, example: Example, locale: string): Promise<ContactRecord> {
  const session = await walkExample(pack, example, locale, directory, ({ view, send }, move) => {
    const marks = choicesOf(view).filter(({ intent }) => intent.type === 'service-chosen' && intent.how === move);
    const [first, ...others] = marks;
    const local = others.find(({ intent }) => JSON.stringify(intent).includes('wexmarsh/'));
    if (first && local) send(local.intent);
  });
  return toContactRecord(session.log);
}
const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as EveryContactError).code;
  }
  return 'none';
};
function all<T extends r4.FhirResource['resourceType']>(bundle: r4.Bundle, type: T) {
  type Found = Extract<r4.FhirResource, { resourceType: T }>;
  const resources = (bundle.entry ?? []).map(({ resource }) => resource);
  return resources.filter((resource) => resource?.resourceType === type) as readonly unknown[] as readonly Found[];
}

describe.each(packs)('every named example of $id', (pack) => {
  const [first = ''] = pack.locales;
  it.each(pack.locales)(
    'in %s is a bundle without an error in two validators, or is refused as a record of staff',
    async (locale) => {
      const errors: string[] = [];
      const seen = new Set<string>();
      for (const example of examples[pack.id as keyof typeof examples]) {
        const record = await recordOf(pack, example, locale);
        for (const profile of locale === first ? (Object.keys(profiles) as ProfileId[]) : (['base'] as const)) {
          const make = () => toBundle(record, { ...options, profile, pack });
          if (record.setting === 'staff') {
            expect(refusal(make), example.id).toBe('export-staff');
            continue;
          }
          const bundle = make();
          const text = JSON.stringify(bundle);
          if (seen.has(text)) continue;
          seen.add(text);
          for (const [name, validate] of Object.entries(validators))
            errors.push(...validate(bundle).map((error) => `${example.id}, ${profile}, ${name}: ${error}`));
        }
      }
      expect(errors).toEqual([]);
    },
    60_000,
  );
});

describe.each(packs)('the response to a script of $id', (pack) => {
  const [locale = ''] = pack.locales;
  it('answers the questions of its form, where they stand, with values that the form has', async () => {
    const wrong: string[] = [];
    let answered = 0;
    const forms = new Map<string, r4.Questionnaire>();
    const formOf = (script: string): r4.Questionnaire => {
      const form =
        forms.get(script) ??
        toQuestionnaire(pack, script, locale, { canonical: options.canonical, demo: true }).questionnaire;
      forms.set(script, form);
      return form;
    };
    const look = (
      items: readonly r4.QuestionnaireResponseItem[],
      asked: readonly r4.QuestionnaireItem[],
      id: string,
    ) => {
      for (const { linkId, answer = [], item = [] } of items) {
        const question = asked.find((one) => one.linkId === linkId);
        if (!question) wrong.push(`${id}: no ${linkId}`);
        for (const one of answer)
          if (question && !fits(question, one)) wrong.push(`${id}: ${linkId} ${JSON.stringify(one)}`);
        answered += answer.length;
        look(item, question?.item ?? [], id);
      }
    };
    for (const example of examples[pack.id as keyof typeof examples]) {
      if (example.occasion.setting === 'staff') continue;
      const [response] = all(
        toBundle(await recordOf(pack, example, locale), { ...options, pack }),
        'QuestionnaireResponse',
      );
      const questionnaire = formOf(example.script);
      expect(response?.questionnaire).toBe(`${questionnaire.url}|${questionnaire.version}`);
      look(response?.item ?? [], questionnaire.item ?? [], example.id);
    }
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(50);
  }, 60_000);
});

/** Whether a question takes an answer. */
function fits({ type, answerOption = [] }: r4.QuestionnaireItem, answer: r4.QuestionnaireResponseItemAnswer): boolean {
  const { valueCoding, valueInteger, valueDecimal } = answer;
  if (type === 'integer') return valueInteger !== undefined;
  if (type === 'decimal') return valueDecimal !== undefined;
  return answerOption.some(
    ({ valueCoding: option }) => option?.system === valueCoding?.system && option?.code === valueCoding?.code,
  );
}

it('a server that is sent a contact twice has it once, and its service once for two contacts', async () => {
  const server = memoryFhir();
  const send = async (bundle: r4.Bundle) => {
    const body = JSON.stringify(bundle);
    return (await server(new Request('https://records.example/fhir', { method: 'POST', body }))).status;
  };
  const kept = () => server.log.filter(({ how }) => how === 'created').map(({ resource }) => resource.resourceType);
  const example = exampleOf(content.england, 'smoker-referred');
  const [one, other] = [
    await recordOf(content.england, example, 'en-GB'),
    await recordOf(content.england, example, 'en-GB'),
  ];
  expect(await send(toBundle(one, options))).toBe(200);
  const once = kept();
  expect(once).toContain('HealthcareService');
  expect(await send(toBundle(one, { ...options, retry: true }))).toBe(200);
  expect(kept()).toEqual(once);
  await send(toBundle(other, options));
  expect(kept().filter((type) => type === 'HealthcareService')).toHaveLength(1);
  expect(kept().filter((type) => type === 'QuestionnaireResponse')).toHaveLength(2);
});

it('a service that was exported is read back as it was shown', async () => {
  const record = await recordOf(content.england, exampleOf(content.england, 'smoker-referred'), 'en-GB');
  const read = await readBundle(all(toBundle(record, options), 'HealthcareService'));
  expect(read.flatMap((one) => ('service' in one ? [one.service] : []))).toMatchObject([
    {
      id: 'wexmarsh/stop-smoking',
      name: 'Wexmarsh stop-smoking (invented)',
      organization: { name: 'Wexmarsh Health Centre (invented)' },
      state: 'open',
      phone: '01632 960123',
      url: 'https://services.example/',
      cost: 'free',
      hours: [
        { day: 1, opens: '09:00', closes: '17:00' },
        { day: 2, opens: '00:00', closes: '24:00' },
        { day: 3, opens: '18:00', closes: '23:59' },
      ],
    },
  ]);
});

describe('a bundle that is broken on purpose', () => {
  const bundle = async () =>
    structuredClone(
      toBundle(await recordOf(content.england, exampleOf(content.england, 'smoker-referred'), 'en-GB'), options),
    );
  it.each([
    [
      'a status that does not exist',
      'fhir',
      (one: r4.Bundle) => Object.assign(all(one, 'Procedure')[0]!, { status: 'advised' }),
    ],
    [
      'a property that does not exist',
      'fhir',
      (one: r4.Bundle) => Object.assign(all(one, 'ServiceRequest')[0]!, { statusReason: {} }),
    ],
    [
      'a property that does not exist',
      'medplum',
      (one: r4.Bundle) => Object.assign(all(one, 'ServiceRequest')[0]!, { statusReason: {} }),
    ],
    [
      'an order without a person',
      'fhir',
      (one: r4.Bundle) => Reflect.deleteProperty(all(one, 'ServiceRequest')[0]!, 'subject'),
    ],
    [
      'an order without a person',
      'medplum',
      (one: r4.Bundle) => Reflect.deleteProperty(all(one, 'ServiceRequest')[0]!, 'subject'),
    ],
    [
      'a day that is none',
      'medplum',
      (one: r4.Bundle) => Object.assign(all(one, 'Procedure')[0]!, { performedDateTime: 'today' }),
    ],
    [
      'a permission without a scope',
      'medplum',
      (one: r4.Bundle) => Reflect.deleteProperty(all(one, 'Consent')[0]!, 'scope'),
    ],
  ] as const)('%s is found by %s', async (_, name, damage) => {
    const one = await bundle();
    expect(validators[name](one)).toEqual([]);
    damage(one);
    expect(validators[name](one)).not.toEqual([]);
  });
});
