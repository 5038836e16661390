import { memoryFhir, type MemoryFhir } from '@everycontact/fhir/testing';
import type * as r4 from 'fhir/r4.js';

/** The record behind the page: a FHIR endpoint that lives in it, so that nothing anybody does here leaves the browser. */
export interface RecordSystem {
  readonly base: string;
  /** What was sent to it. */
  readonly log: MemoryFhir['log'];
  /** To see what happens when it does not take what it is sent. */
  takes: boolean;
  read<Resource extends r4.Resource>(path: string): Promise<Resource>;
  search<Resource extends r4.Resource>(query: string): Promise<readonly Resource[]>;
  /** Rejects where it is not kept. */
  send(bundle: r4.Bundle): Promise<void>;
}

export function recordSystem(base: string, resources: r4.Bundle): RecordSystem {
  const fhir = memoryFhir({
    resources: [resources],
    fail: ({ method }) => (system.takes || method === 'GET' ? undefined : 503),
  });
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const answer = await fhir(new Request(`${base}${path}`, init));
    if (!answer.ok) throw new Error(`The record answered ${answer.status}.`);
    return answer.json();
  };
  const system: RecordSystem = {
    base,
    log: fhir.log,
    takes: true,
    read: async <Resource extends r4.Resource>(path: string) => (await ask(`/${path}`)) as Resource,
    async search<Resource extends r4.Resource>(query: string) {
      const { entry = [] } = (await ask(`/${query}`)) as r4.Bundle<Resource>;
      return entry.flatMap(({ resource }) => resource ?? []);
    },
    async send(bundle) {
      await ask('', { method: 'POST', body: JSON.stringify(bundle) });
    },
  };
  return system;
}

const dayLength = 86_400_000;
const date = /^\d{4}-\d{2}-\d{2}(?=T|$)/;

/** The same people as if their records had been written today: every date is as long ago as on the day of the bundle. */
export function asOfToday({ timestamp = '', ...bundle }: r4.Bundle, now: Date): r4.Bundle {
  const later = Math.floor(now.getTime() / dayLength) - Math.floor(Date.parse(timestamp) / dayLength);
  const moved = (day: string) => new Date(Date.parse(day) + later * dayLength).toISOString().slice(0, 10);
  return JSON.parse(JSON.stringify(bundle), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(date, moved) : value,
  ) as r4.Bundle;
}
