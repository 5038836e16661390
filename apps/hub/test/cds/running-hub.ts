import { england } from '@everycontact/content/england';
import { policy } from '@everycontact/content/policies/default';
import type { Card } from '@everycontact/fhir/cds-hooks';
import type { CdsOptions } from '../../src/cds/cds-options.js';
import type { LogLine } from '../../src/log.js';
import { createHub, listen, type HubOptions } from '../../src/server.js';

/** A hub that really listens, and all that it logged. */
export interface RunningHub {
  readonly address: string;
  readonly log: readonly LogLine[];
  stop(patience?: number): Promise<void>;
  /** Sends a body as it stands to the one service, or elsewhere. */
  post(body: BodyInit, headers?: Readonly<Record<string, string>>, path?: string): Promise<Response>;
  /** Sends one call, and gives status and answer. */
  call(given?: Partial<Call>, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  feedback(feedback: readonly object[], headers?: Readonly<Record<string, string>>): Promise<Response>;
}
export interface Call {
  readonly hook: string;
  readonly hookInstance: string;
  readonly context: Readonly<Record<string, string>>;
  readonly fhirServer: string;
  readonly fhirAuthorization: object;
  readonly prefetch: object;
}
interface Answer {
  readonly status: number;
  readonly cards: readonly Card[] | undefined;
  readonly code: string | undefined;
}

export const service = '/cds-services/brief-advice';
const json = { 'Content-Type': 'application/json' };

/** Only smoking may be raised, unless `more` says otherwise: so a test knows which card to expect. */
const onlySmoking = {
  ...policy,
  preview: true,
  off: ['alcohol', 'diet', 'mental-wellbeing', 'physical-activity', 'weight'],
};

export async function runningHub(
  cds: CdsOptions = { trust: 'anyone' },
  more: Partial<Omit<HubOptions, 'cds'>> = {},
): Promise<RunningHub> {
  const log: LogLine[] = [];
  const make = (address: string) =>
    createHub({ pack: england, policy: onlySmoking, address, log: (line) => log.push(line), cds, ...more });
  const { address, stop } = await listen(make, 0);
  const post: RunningHub['post'] = (body, headers = {}, path = service) =>
    fetch(`${address}${path}`, { method: 'POST', body, headers: { ...json, ...headers } });
  return {
    address,
    log,
    stop,
    post,
    async call(given = {}, headers) {
      const response = await post(JSON.stringify({ ...aCall('p-1'), ...given }), headers);
      const body = (await response.json()) as { cards?: readonly Card[]; error?: { code: string } };
      return { status: response.status, cards: body.cards, code: body.error?.code };
    },
    feedback: (feedback, headers) => post(JSON.stringify({ feedback }), headers, `${service}/feedback`),
  };
}

/** A call about one person, in a hook instance of its own. */
export function aCall(patientId: string, prefetch?: object): Pick<Call, 'hook' | 'hookInstance' | 'context'> {
  return {
    hook: 'patient-view',
    hookInstance: crypto.randomUUID(),
    context: { userId: 'Practitioner/dr-who-works-here', patientId },
    ...(prefetch && { prefetch }),
  };
}
