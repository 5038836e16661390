import { outcomes } from '../pack/outcomes.js';
import type { Finding } from '../pack/pack.js';
import { settings } from '../pack/reader.js';
import { holding, instant, isObject, list, object, oneOf, shaped, text, that } from '../pack/shape.js';
import type { ContactRecord } from './record.js';
import { toTallyRow, type CountedWhere, type TallyRow } from './tally-row.js';

export type ReadTallyRow =
  | { readonly row: TallyRow; readonly problems?: undefined }
  | { readonly row?: undefined; readonly problems: readonly Finding[] };

/**
 * A row to count from JSON that may be anything: a row, or a record, of which nothing but its row is kept. Every problem
 * at once, nothing is thrown; a newer schema is refused.
 *
 * @param where as for `toTallyRow`; a row says itself where it is from
 */
export function readTallyRow(json: unknown, where: CountedWhere): ReadTallyRow {
  made ??= shapes();
  if (!isRecord(json)) {
    const read = shaped('tally', json, made.row);
    return read.problems.length ? { problems: read.problems } : { row: read.json as TallyRow };
  }
  const read = shaped('record', json, made.record);
  return read.problems.length ? { problems: read.problems } : { row: toTallyRow(read.json as ContactRecord, where) };
}

const isRecord = (json: unknown): boolean => {
  const { schema } = (isObject(json) ? json : {}) as { readonly schema?: unknown };
  return typeof schema === 'string' && schema.startsWith('everycontact/record@');
};

let made: ReturnType<typeof shapes> | undefined;

/** Made when a row is first read: a page that makes records and reads none drops all of this. */
function shapes() {
  const counted = { setting: oneOf(...settings), behaviour: text, method: text };
  const outcome = oneOf(...outcomes);
  const week = that(
    'a week such as "2026-W47"',
    (value) => typeof value === 'string' && /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(value),
  );
  const signposts = list(object({ need: text, services: list(text) }));
  return {
    row: object({ schema: text, week, ...counted, outcome, signposts }, { unit: text, roleGroup: text }),
    /** What a row is made of; the rest of a record is nobody's here. */
    record: holding(
      {
        startedAt: instant,
        ...counted,
        signposts: list(holding({ need: text, chosen: list(holding({ service: text })) })),
      },
      { outcome },
    ),
  };
}
