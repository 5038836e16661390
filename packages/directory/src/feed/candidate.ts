import { note, type Note } from '../report/report.js';
import { isRaw, type Raw } from '../source.js';
import type { Item } from './item.js';
import { kindOf, type Kind } from './kind.js';

/** One record of a feed: a service to map, at a place of its own where the feed lists services by place, or why it is none. */
export type Candidate =
  | { readonly service: Raw; readonly place?: Raw }
  | { readonly refused: Note; readonly kind: string; readonly fields: readonly string[] };

/** The records in an item: an organisation holds as many as it has services. */
export function candidatesOf(item: Item): readonly Candidate[] {
  if ('broken' in item) return [{ refused: item.broken, kind: 'unreadable record', fields: [] }];
  if (!('value' in item)) return [];
  const { value } = item;
  if (!isRaw(value)) return [noRecord(value)];
  const kind = item.ofServices ? 'service' : kindOf(value);
  if (kind === 'service') return [{ service: value }];
  if (kind === 'service at location') {
    const { service, ...place } = value;
    return isRaw(service) ? [{ service, place }] : [noService(kind, value)];
  }
  if (kind === 'organization' && Array.isArray(value.services) && value.services.length > 0) {
    const { services, ...organization } = value;
    return (services as readonly unknown[]).map((service) =>
      isRaw(service) ? { service: { organization, ...service } } : noRecord(service),
    );
  }
  return [noService(kind, value)];
}

const noRecord = (value: unknown): Candidate => ({
  refused: note('not-an-object', 'record', value),
  kind: 'value that is no record',
  fields: [],
});
const noService = (kind: Kind, value: Raw): Candidate => ({
  refused: note('not-a-service', 'record', kind),
  kind,
  fields: Object.keys(value).slice(0, 8),
});
