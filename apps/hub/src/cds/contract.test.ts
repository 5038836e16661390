import { denmark } from '@everycontact/content/denmark';
import { policy } from '@everycontact/content/policies/default';
import { memoryDirectory } from '@everycontact/core/directory';
import { aService } from '@everycontact/core/testing';
import { memoryFhir } from '@everycontact/fhir/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loopback, type Loopback } from '../../test/cds/loopback.js';
import { adviceOnSmoking, bodyMassIndex, fullPrefetch, page, patient, smoker } from '../../test/cds/people.js';
import { aCall, runningHub, service, type RunningHub } from '../../test/cds/running-hub.js';

// The whole service as a client meets it: over HTTP, on a port.

const running: { stop(): Promise<void> }[] = [];
async function started(...given: Parameters<typeof runningHub>): Promise<RunningHub> {
  const hub = await runningHub(...given);
  running.push(hub);
  return hub;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

describe('discovery', () => {
  it('lists one service for both hooks, with what to send along', async () => {
    const { address } = await started();
    const { services } = (await (await fetch(`${address}/cds-services`)).json()) as {
      services: Record<string, unknown>[];
    };
    expect(services.map(({ id, hook }) => [id, hook])).toEqual([
      ['brief-advice', 'patient-view'],
      ['brief-advice', 'encounter-start'],
    ]);
    expect(services[0]).toHaveProperty('prefetch.patient', 'Patient/{{context.patientId}}');
  });
});

describe('a call with all that was asked for', () => {
  it('gets one quiet card, the same for both hooks and for the same call again', async () => {
    const hub = await started({ trust: 'anyone', launch: 'https://hub.wexmarsh.example/launch' });
    const call = aCall('p-1', fullPrefetch('p-1'));
    const { status, cards } = await hub.call(call);
    expect([status, cards?.length]).toEqual([200, 1]);
    expect(cards?.[0]).toMatchObject({
      indicator: 'info',
      summary: 'A short conversation: Smoking',
      links: [{ type: 'smart' }],
    });
    expect((await hub.call(call)).cards).toEqual(cards);
    const encounterStart = {
      ...aCall('p-2', fullPrefetch('p-2')),
      hook: 'encounter-start',
      context: { userId: 'Practitioner/a', patientId: 'p-2', encounterId: 'e-1' },
    };
    expect((await hub.call(encounterStart)).cards).toHaveLength(1);
  });

  it('gets it in the language that the client asks for, where the pack has it', async () => {
    const hub = await started({ trust: 'anyone' }, { pack: denmark });
    const inLanguage = async (language: string, id: string) =>
      (await hub.call(aCall(id, fullPrefetch(id)), { 'Accept-Language': language })).cards?.[0]?.summary;
    expect(await inLanguage('en-GB,en;q=0.8', 'p-1')).toBe('A short conversation: Smoking');
    expect(await inLanguage('da', 'p-2')).toBe('En kort snak: Rygning');
    expect(await inLanguage('fr', 'p-3')).toBe('En kort snak: Rygning');
  });

  it('gets no card for a child, for somebody who died, without an age, nor soon after advice', async () => {
    const hub = await started();
    const about = async (prefetch: object) =>
      (await hub.call(aCall('p-1', { ...fullPrefetch('p-1'), ...prefetch }))).cards;
    expect(await about({ patient: patient('p-1', '2015-01-01') })).toEqual([]);
    expect(await about({ patient: { ...patient('p-1'), deceasedBoolean: true } })).toEqual([]);
    expect(await about({ patient: { resourceType: 'Patient', id: 'p-1' } })).toEqual([]);
    const lately = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
    expect(await about({ lastContact: page(adviceOnSmoking('p-1', lately)) })).toEqual([]);
    expect(await about({})).toHaveLength(1);
  });

  it('gets drafts of a referral to local services only where the deployer says that workers may refer', async () => {
    const services = [
      aService({ id: 's-1', name: 'Stop Smoking Wexmarsh (invented)', needs: [{ need: 'stop-smoking', how: 'main' }] }),
    ];
    const directory = memoryDirectory(services, '2026-11-20T00:00:00Z');
    const [plain, refers] = await Promise.all([
      started(undefined, { directory }),
      started(undefined, { directory, worker: { mayRefer: true } }),
    ]);
    const card = async (hub: RunningHub) => (await hub.call(aCall('p-1', fullPrefetch('p-1')))).cards?.[0];
    expect(await card(plain)).not.toHaveProperty('suggestions');
    expect((await card(plain))?.detail).toContain('Stop Smoking Wexmarsh (invented)');
    expect(await card(refers)).toMatchObject({
      suggestions: [
        { actions: [{ resource: { status: 'draft', intent: 'proposal', subject: { reference: 'Patient/p-1' } } }] },
      ],
    });
  });

  it('gets its card although the directory fails', async () => {
    const directory = { name: 'broken', find: () => Promise.reject(new Error('gone')) };
    const hub = await started(undefined, { directory });
    expect((await hub.call(aCall('p-1', fullPrefetch('p-1')))).cards).toHaveLength(1);
  });
});

describe('a prefetch', () => {
  const denied = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] };

  it('may be refused but for the patient: of what is missing nothing is known', async () => {
    const hub = await started();
    expect((await hub.call(aCall('p-1', { patient: patient('p-1') }))).cards).toHaveLength(1);
    const { patient: one, ...others } = fullPrefetch('p-2');
    const failed = Object.fromEntries(Object.keys(others).map((key) => [key, denied]));
    const { cards } = await hub.call(aCall('p-2', { patient: one, ...failed }));
    expect(cards?.[0]?.detail).toContain('Earlier contacts could not be read.');
  });

  it('that fails tells of earlier contacts only where it is theirs', async () => {
    const hub = await started();
    for (const [person, failing, says] of [
      ['p-3', { lastContact: denied }, true],
      ['p-4', { refusals: denied }, true],
      ['p-5', { bmi: denied }, false],
      ['p-6', { bmi: denied, lastContact: null }, false],
    ] as const) {
      const answer = await hub.call(aCall(person, { ...fullPrefetch(person), ...failing }));
      expect(answer.cards?.[0]?.detail.includes('Earlier contacts could not be read.')).toBe(says);
    }
  });

  it('may hold one page of many', async () => {
    const hub = await started();
    const smoking = { ...page(smoker('p-1')), link: [{ relation: 'next', url: 'https://record.example/next' }] };
    expect((await hub.call(aCall('p-1', { ...fullPrefetch('p-1'), smoking }))).cards).toHaveLength(1);
    expect(hub.log.at(-1)).toMatchObject({ partial: 1, found: 3, nothing: 4, cards: 1 });
  });

  it('that says there is no such patient gets no card', async () => {
    const hub = await started();
    expect(await hub.call(aCall('p-1', { ...fullPrefetch('p-1'), patient: null }))).toEqual({
      status: 200,
      cards: [],
      code: undefined,
    });
  });

  it('without the patient, or with one that cannot be read, is answered 412', async () => {
    const hub = await started();
    for (const call of [aCall('p-1'), aCall('p-1', {}), aCall('p-1', { patient: denied })])
      expect(await hub.call(call)).toMatchObject({ status: 412, code: 'cds-prefetch-missing' });
  });

  it('in which two people are mixed is refused', async () => {
    const hub = await started();
    const mixed = { ...fullPrefetch('p-1'), smoking: page(smoker('p-2')) };
    expect(await hub.call(aCall('p-1', mixed))).toMatchObject({ status: 400, code: 'cds-request' });
  });
});

describe('what was not sent along', () => {
  const token = 'secret-of-the-caller';
  let record: Loopback;
  let trap: Loopback;
  let wild: Loopback;
  let wildly: () => Response | Promise<Response>;
  beforeAll(async () => {
    const fhir = memoryFhir({
      resources: [patient('p-1'), smoker('p-1'), bodyMassIndex('p-1'), patient('p-2'), smoker('p-2')],
    });
    record = await loopback((request) =>
      request.headers.get('Authorization') === `Bearer ${token}` ? fhir(request) : new Response(null, { status: 401 }),
    );
    trap = await loopback(() => Response.json(patient('p-1')));
    wild = await loopback(() => wildly());
  });
  afterAll(() => Promise.all([record, trap, wild].map((one) => one.close())));

  const from = (fhirServer: string, access_token = token) => ({
    ...aCall('p-1'),
    fhirServer,
    fhirAuthorization: { access_token, token_type: 'Bearer', expires_in: 300, scope: 'patient/*.rs', subject: 'hub' },
  });
  const asking = () =>
    started(
      { trust: 'anyone', fhirServers: [`${record.address}/fhir/`, `${wild.address}/fhir`] },
      { limits: { patience: 300 } },
    );

  it('is asked of the server of the call, with its token, if that server is on the list', async () => {
    const hub = await asking();
    expect((await hub.call(from(`${record.address}/fhir`))).cards).toHaveLength(1);
    const paths = record.asked.map(({ url }) => new URL(url)).filter(({ search }) => search);
    expect(paths.map(({ searchParams }) => searchParams.get('patient'))).toEqual(paths.map(() => 'p-1'));
    expect(hub.log.at(-1)).toMatchObject({ found: 3, nothing: 5 });
  });

  it('is asked for only where it is missing', async () => {
    const hub = await asking();
    const before = record.asked.length;
    const { smoking: _, ...prefetch } = fullPrefetch('p-1');
    await hub.call({ ...from(`${record.address}/fhir`), prefetch });
    expect(record.asked.slice(before).map(({ url }) => new URL(url).searchParams.get('code'))).toEqual([
      expect.stringContaining('72166-2'),
    ]);
  });

  it('is never asked of another server, however alike its address', async () => {
    const hub = await asking();
    for (const address of [
      trap.address,
      `${trap.address}/fhir`,
      `${record.address}/fhir/../../${trap.address}`,
      `${record.address}/fhirs`,
    ])
      expect((await hub.call(from(address))).status).toBe(412);
    expect(trap.asked).toEqual([]);
  });

  const answers: readonly [string, () => Response | Promise<Response>][] = [
    ['refuses', () => new Response(null, { status: 403 })],
    [
      'sends elsewhere',
      () => new Response(null, { status: 307, headers: { Location: `${trap.address}/fhir/Patient/p-1` } }),
    ],
    ['never ends', () => new Promise<Response>(() => undefined)],
    ['sends too much', () => new Response(JSON.stringify({ ...patient('p-1'), text: 'x'.repeat(1_100_000) }))],
    ['sends no JSON', () => new Response('<html>')],
    ['answers about somebody else', () => Response.json(patient('p-2'))],
  ];
  it.each(answers)('is not known where the server %s: 412', async (_what, answer) => {
    wildly = answer;
    const hub = await asking();
    expect(await hub.call(from(`${wild.address}/fhir`))).toMatchObject({ status: 412, code: 'cds-prefetch-missing' });
    expect(trap.asked).toEqual([]);
  });

  it('gets no card where the server knows no such person', async () => {
    const hub = await asking();
    const nobody = { ...from(`${record.address}/fhir`), context: { userId: 'Practitioner/a', patientId: 'p-9' } };
    expect(await hub.call(nobody)).toMatchObject({ status: 200, cards: [] });
  });
});

describe('feedback', () => {
  const at = () => new Date().toISOString();
  const reason = (hub: RunningHub, code: string) => ({
    reason: { system: `${hub.address}/fhir/CodeSystem/override-reason`, code },
  });
  const allTopics = { ...policy, preview: true };
  const inEncounter = (id: string, encounterId: string) => ({
    ...aCall(id, fullPrefetch(id)),
    context: { userId: 'Practitioner/a', patientId: id, encounterId },
  });
  const script = ({ cards }: { cards: Awaited<ReturnType<RunningHub['call']>>['cards'] }) =>
    cards?.[0] && (JSON.parse(cards[0].links![0].appContext) as { script: string }).script;

  it('keeps a topic quiet that was declined, for that person alone, and the contact with it', async () => {
    const hub = await started(
      { trust: 'anyone', launch: 'https://hub.example/launch' },
      { policy: { ...allTopics, order: ['smoking.vba'] } },
    );
    const first = await hub.call(inEncounter('p-1', 'e-1'));
    expect(script(first)).toBe('smoking.vba');
    const told = {
      card: first.cards![0]!.uuid,
      outcome: 'overridden',
      outcomeTimestamp: at(),
      overrideReason: reason(hub, 'declined'),
    };
    expect((await hub.feedback([told])).status).toBe(200);
    expect((await hub.call(inEncounter('p-1', 'e-1'))).cards).toEqual([]);
    expect(script(await hub.call(inEncounter('p-1', 'e-2')))).not.toMatch(/smoking/);
    expect(script(await hub.call(inEncounter('p-2', 'e-3')))).toBe('smoking.vba');
  });

  it('shows an open card again in the same contact, and counts each contact once', async () => {
    const hub = await started();
    for (const time of [1, 2, 3]) {
      const { cards } = await hub.call(inEncounter('p-1', 'e-1'));
      expect([time, cards?.length]).toEqual([time, 1]);
    }
    expect((await hub.call(inEncounter('p-1', 'e-2'))).cards).toHaveLength(1);
    expect((await hub.call(inEncounter('p-1', 'e-3'))).cards).toEqual([]);
  });

  it('is summed up by script and reason, each card once, without anybody in it', async () => {
    const hub = await started();
    const card = async (id: string) => (await hub.call(aCall(id, fullPrefetch(id)))).cards![0]!.uuid;
    const [one, two] = [await card('p-1'), await card('p-2')];
    await card('p-3');
    const overridden = { outcome: 'overridden', outcomeTimestamp: at() };
    await hub.feedback([
      { ...overridden, card: one, overrideReason: reason(hub, 'not-now') },
      { ...overridden, card: two },
      { ...overridden, card: crypto.randomUUID() },
    ]);
    await hub.feedback([{ ...overridden, card: one, overrideReason: reason(hub, 'not-now') }]);
    expect(await (await fetch(`${hub.address}/feedback-summary`)).json()).toEqual({
      scripts: { 'smoking.vba': { given: 3, accepted: 0, overridden: 2, reasons: { 'not-now': 1, none: 1 } } },
      unmatched: 1,
    });
  });

  it('is refused where it is not what the specification says', async () => {
    const hub = await started();
    const response = await hub.feedback([{ card: 'x' }]);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: 'cds-feedback', findings: [{ where: 'feedback.0.card' }, {}, {}] },
    });
  });
});

describe('a request that is not as it should be', () => {
  const call = () => JSON.stringify(aCall('p-1', fullPrefetch('p-1')));
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const bodies: readonly [string, number, string, () => BodyInit, Record<string, string>?][] = [
    ['no JSON', 400, 'body-not-json', () => 'hook=patient-view'],
    ['half of it', 400, 'body-not-json', () => call().slice(0, -5)],
    ['nothing', 400, 'body-not-json', () => ''],
    ['bytes that are no text', 400, 'body-not-json', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['another type', 415, 'body-not-json', call, { 'Content-Type': 'text/plain' }],
    ['too many levels', 400, 'body-too-deep', () => nested(41)],
    ['a hundred thousand levels', 400, 'body-too-deep', () => '['.repeat(100_000)],
    ['too much', 413, 'body-too-large', () => `"${'x'.repeat(1_000_001)}"`],
    ['a list', 400, 'cds-request', () => '[]'],
    ['another hook', 400, 'cds-request', () => JSON.stringify({ ...aCall('p-1'), hook: 'order-sign' })],
  ];
  it.each(bodies)('is told why: %s', async (_what, status, code, body, headers) => {
    const hub = await started();
    const response = await hub.post(body(), headers);
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
      status,
      code,
    ]);
  });

  it('may be as deep as the limit, and have brackets in its texts', async () => {
    const hub = await started();
    const extension = { 'org.example': '[['.repeat(100), nested: JSON.parse(nested(38)) as object, quoted: '\\"[{' };
    expect((await hub.call({ ...aCall('p-1', fullPrefetch('p-1')), ...{ extension } })).status).toBe(200);
  });

  it('is cut off where it comes in pieces without an end', async () => {
    const hub = await started();
    const pieces = new ReadableStream({ pull: (to) => to.enqueue(new TextEncoder().encode(' '.repeat(100_000))) });
    const sent = { method: 'POST', body: pieces, duplex: 'half', headers: { 'Content-Type': 'application/json' } };
    const ending = fetch(hub.address + service, sent as RequestInit).then(
      ({ status }) => status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(await ending);
  });

  it.each([
    ['POST', '/cds-services/other', 404, 'cds-service-unknown'],
    ['GET', '/cds-services/brief-advice', 404, 'not-found'],
    ['DELETE', '/cds-services/brief-advice', 404, 'not-found'],
    ['GET', '/etc/passwd', 404, 'not-found'],
  ])('is told where there is nothing: %s %s', async (method, path, status, code) => {
    const hub = await started();
    const response = await fetch(hub.address + path, { method });
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
      status,
      code,
    ]);
  });

  it('is told to wait where there are too many', async () => {
    const hub = await started(undefined, { limits: { perSecond: 0.3 } });
    const answers = [];
    for (let time = 0; time < 4; time++) answers.push(await fetch(`${hub.address}/health`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('what the hub says of itself', () => {
  it('is that it is well, and with which pack', async () => {
    const { address } = await started();
    expect(await (await fetch(`${address}/health`)).json()).toMatchObject({ status: 'ok', pack: { id: 'england' } });
  });

  it('is of which day its list of services is, where it has one', async () => {
    const health = async (options: object) => {
      const { address } = await started(undefined, options);
      return (await fetch(`${address}/health`)).json() as Promise<object>;
    };
    expect(await health({})).not.toHaveProperty('services');
    expect(await health({ servicesAsOf: '2026-01-31T08:00:00.000Z' })).toMatchObject({
      services: { asOf: '2026-01-31T08:00:00.000Z' },
    });
  });

  it('is nothing of a fault inside: no stack, no message, also not in the log', async () => {
    const secret = 'a secret path /srv/hub.ts';
    const fails = () => Promise.reject(new Error(secret));
    const history = { entriesOf: fails, given: fails, answered: fails };
    const hub = await started({ trust: 'anyone', history });
    const response = await hub.post(JSON.stringify(aCall('p-1', fullPrefetch('p-1'))));
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toMatchObject([500, { error: { code: 'hub-fault' } }]);
    expect(text + JSON.stringify(hub.log)).not.toMatch(/secret|\.ts|stack/);
    expect(hub.log.map(({ event }) => event)).toEqual(['fault', 'request']);
  });

  it('is in its log who asked for what and what came of it, and of nobody who they are', async () => {
    const system = { userId: 'Practitioner/worker-7', patientId: 'person-7', encounterId: 'meeting-7' };
    const hub = await started({ trust: 'anyone', fhirServers: ['http://127.0.0.1:9/fhir'] });
    const fhirAuthorization = { access_token: 'token-7', token_type: 'Bearer' };
    const prefetch = {
      ...fullPrefetch('person-7'),
      patient: { ...patient('person-7'), name: [{ family: 'Family-7' }] },
    };
    const { cards } = await hub.call({
      ...aCall('x', prefetch),
      context: system,
      fhirServer: 'http://127.0.0.1:9/fhir',
      fhirAuthorization,
    });
    await hub.feedback([
      {
        card: cards![0]!.uuid,
        outcome: 'overridden',
        outcomeTimestamp: '2026-11-22T09:30:00Z',
        overrideReason: { userComment: 'comment-7' },
      },
    ]);
    await fetch(`${hub.address}/cds-services/person-7?patient=person-7`, {
      method: 'POST',
      headers: { Authorization: 'Bearer token-7' },
    });
    expect(hub.log).toMatchObject([
      { event: 'request', method: 'POST', route: '/cds-services/:id', status: 200, hook: 'patient-view', cards: 1 },
      { event: 'request', route: '/cds-services/:id/feedback', status: 200 },
      { event: 'request', status: 404, code: 'cds-service-unknown' },
    ]);
    expect(JSON.stringify(hub.log)).not.toMatch(/-7|1980|2f1c/);
    expect(JSON.stringify(hub.log)).not.toContain(cards![0]!.uuid);
  });

  it('is kept by nobody, and read by pages of agreed origins only', async () => {
    const hub = await started(undefined, { origins: ['https://record.example'] });
    const asked = async (Origin: string, method = 'GET') =>
      fetch(`${hub.address}/cds-services`, { method, headers: { Origin, 'Access-Control-Request-Method': 'POST' } });
    const agreed = await asked('https://record.example');
    expect(agreed.headers.get('Access-Control-Allow-Origin')).toBe('https://record.example');
    expect((await asked('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const preflight = await asked('https://record.example', 'OPTIONS');
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Headers')]).toEqual([
      204,
      'Authorization,Content-Type',
    ]);
    const headers = ['Cache-Control', 'X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy'];
    expect(headers.map((name) => agreed.headers.get(name))).toEqual([
      'no-store',
      'nosniff',
      'no-referrer',
      "default-src 'none'; frame-ancestors 'none'",
    ]);
  });
});

describe('a stop', () => {
  it('answers what is under way, takes nothing new, and then ends', async () => {
    let isAsked = (): void => undefined;
    let open: (response: Response) => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const record = await loopback(() => {
      isAsked();
      return new Promise<Response>((answer) => (open = answer));
    });
    const hub = await runningHub({ trust: 'anyone', fhirServers: [record.address] });
    const { patient: one, smoking: _, ...prefetch } = fullPrefetch('p-1');
    const answer = hub.call({ ...aCall('p-1', { ...prefetch, patient: one }), fhirServer: record.address });
    await asked;
    const stopped = hub.stop();
    await expect(fetch(`${hub.address}/health`)).rejects.toThrow();
    open(Response.json(page(smoker('p-1'))));
    expect((await answer).cards).toHaveLength(1);
    await stopped;
    await record.close();
  });
});
