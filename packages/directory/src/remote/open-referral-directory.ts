import { Ids } from '../import/ids.js';
import { Intake } from '../import/intake.js';
import type { TopicMap } from '../needs.js';
import type { Raw } from '../source.js';
import { crawl } from './crawl.js';
import { remoteDirectory, type RemoteDirectory, type RemoteGiven, type RemoteOptions } from './remote-directory.js';

export type { RemoteDirectory, RemoteOptions as OpenReferralOptions, RemoteReading } from './remote-directory.js';

/**
 * The services of an HSDS or Open Referral UK API as a directory, by `remoteDirectory`: only the list is asked for, in whole,
 * and always in the same way. A service that has not changed since the last reading is not asked for again.
 *
 * @param options `url` with or without `/services` at its end
 * @throws EveryContactError `remote-address`; from a look-up without a list, and from `refresh`, `remote-unreachable`,
 *   `remote-busy`, `remote-refused`, `remote-not-json`, `remote-not-services`, `remote-empty`, `remote-too-large`, `remote-stopped`,
 *   and `feed-no-services` where the list holds something else
 */
export function openReferralDirectory(options: RemoteOptions): RemoteDirectory {
  let whole: ReadonlyMap<string, Raw> = new Map();
  return remoteDirectory(options, 'services', async ({ base, asking, topics, provenance }, signal) => {
    const crawled = await crawl(base, asking, whole, signal);
    const { records, pages, short, told } = crawled;
    const result = records.length === 0 ? { services: [] } : mapped(records, topics, provenance);
    // A list that is suddenly empty is refused, and what was known stays.
    if (records.length > 0) ({ whole } = crawled);
    return { ...result, pages, short, ...(told !== undefined && { told }) };
  });
}

/** Records as services, by the rules of every other import. */
function mapped(records: readonly Raw[], topics: TopicMap, provenance: RemoteGiven['provenance']) {
  const today = provenance.fetchedAt.slice(0, 10);
  const intake = new Intake({ today, topics, ids: new Ids(), seen: new Map() }, provenance);
  const services = records.flatMap((value) => intake.take({ value }, true));
  return { services: [...services, ...intake.end()], report: intake.report() };
}
