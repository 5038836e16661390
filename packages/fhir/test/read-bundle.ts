import type { Service } from '@everycontact/core';
import { defaultTopics, type FormatGiven, type FormatRecord } from '@everycontact/directory';
import { fhirFormat } from '../src/services/format.js';

export const given: FormatGiven = {
  feed: 'test',
  today: '2026-11-22',
  provenance: { feed: 'test', fetchedAt: '2026-11-22T09:30:00.000Z' },
  topics: defaultTopics,
};

/** A service without a fault: what a test adds is all that can be noted of it. */
export const whole = {
  resourceType: 'HealthcareService',
  id: 'stop-smoking',
  active: true,
  name: 'Stop smoking',
  providedBy: { reference: 'Organization/wexmarsh' },
  type: [{ text: 'Stop smoking' }],
};
export const wexmarsh = { resourceType: 'Organization', id: 'wexmarsh', name: 'Wexmarsh Health (invented)' };
export const hall = {
  resourceType: 'Location',
  id: 'hall',
  status: 'active',
  name: 'Wexmarsh Hall',
  address: { line: ['1 Market Square'], city: 'Wexmarsh', postalCode: 'WX1 1AA' },
  position: { longitude: -1.5, latitude: 52.9 },
};

export const bundleOf = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

async function* inPieces(text: string, size: number): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

export async function readText(text: string): Promise<readonly FormatRecord[]> {
  const records: FormatRecord[] = [];
  for await (const record of fhirFormat.read(inPieces(text, 97), given)) records.push(record);
  return records;
}

export const readBundle = (bundle: unknown): Promise<readonly FormatRecord[]> => readText(JSON.stringify(bundle));

/** How each record ended, in one word each: an id or the code of why not. */
export async function endings(bundle: unknown): Promise<readonly string[]> {
  return (await readBundle(bundle)).map((record) =>
    'service' in record ? record.service.id : 'dropped' in record ? record.dropped.code : record.merged.code,
  );
}

/** The one service with these fields, the codes of what was noted and the fields that were left behind. */
export async function oneService(
  fields: object,
  ...others: readonly object[]
): Promise<{ service: Service; codes: readonly string[]; notCarried: readonly string[] }> {
  const [record] = await readBundle(bundleOf({ ...whole, ...fields }, wexmarsh, ...others));
  if (record === undefined || !('service' in record)) throw new Error(`No service came out: ${JSON.stringify(record)}`);
  const codes = (record.notes ?? []).map(({ code }) => code).filter((code) => code !== 'assured-missing');
  return { service: record.service, codes, notCarried: record.notCarried ?? [] };
}

/** The message of the error that reading this throws. */
export async function refusal(text: string): Promise<string> {
  return readText(text).then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  );
}
