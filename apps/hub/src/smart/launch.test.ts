import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { beginLaunch, completeLaunch, type LaunchPage } from './launch.js';

const iss = 'https://record.example/fhir';
const issuer = { iss, name: 'Record', clientId: 'us', origins: ['https://login.example'] };
const metadata = {
  issuer: 'https://login.example',
  authorization_endpoint: 'https://login.example/authorize?tenant=7',
  token_endpoint: 'https://login.example/token',
  code_challenge_methods_supported: ['S256'],
};

function page(answer: () => unknown, now = 0) {
  const kept = new Map<string, string>();
  const ask = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(answer())));
  const place: LaunchPage = {
    issuers: [issuer],
    redirect: 'https://hub.example/app',
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    fetch: ask,
    now: () => now,
  };
  return { place, kept, ask };
}
const params = (from: Record<string, string>) => new URLSearchParams(from);
const begun = async (answer: object = metadata) => {
  const made = page(() => answer);
  return { ...made, to: await beginLaunch(made.place, params({ iss, launch: 'xyz' })) };
};

describe('a launch', () => {
  it('leaves for the record with a challenge, and keeps what answers it under the state alone', async () => {
    const { to, kept } = await begun();
    const state = to.searchParams.get('state') ?? '';
    expect(to.origin + to.pathname).toBe('https://login.example/authorize');
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      tenant: '7',
      response_type: 'code',
      client_id: 'us',
      aud: iss,
      launch: 'xyz',
      code_challenge_method: 'S256',
    });
    expect(state.length).toBeGreaterThan(20);
    expect([...kept.keys()]).toEqual([`everycontact-launch-${state}`]);
    expect(to.href).not.toContain((JSON.parse([...kept.values()][0] ?? '{}') as { verifier: string }).verifier);
  });

  it('does not ask who the worker is where the record does not sign for itself', async () => {
    const { issuer: _, ...anonymous } = metadata;
    const { to } = await begun(anonymous);
    expect(to.searchParams.get('scope')).not.toContain('openid');
  });

  it.each([
    ['without PKCE', { ...metadata, code_challenge_methods_supported: ['plain'] }],
    ['that says nothing of PKCE', { ...metadata, code_challenge_methods_supported: undefined }],
    ['that sends the worker elsewhere', { ...metadata, authorization_endpoint: 'https://evil.example/authorize' }],
    ['that takes the code elsewhere', { ...metadata, token_endpoint: 'https://login.example.evil.example/token' }],
    ['with something that is no address', { ...metadata, token_endpoint: { toString: 7 } }],
    ['with an address that is a program', { ...metadata, authorization_endpoint: 'javascript:alert(1)' }],
  ])('is refused by us from a record %s', async (_, answer) => {
    await expect(begun(answer)).rejects.toMatchObject({ code: 'launch-unsafe' });
  });

  it('asks nothing of an address that only looks like a listed one', async () => {
    const { place, ask } = page(() => metadata);
    for (const other of [
      `${iss}/../x`,
      `${iss}?`,
      'https://record.example',
      `${iss}.evil.example`,
      'HTTPS://RECORD.EXAMPLE/fhir',
      '',
    ])
      await expect(beginLaunch(place, params({ iss: other }))).rejects.toMatchObject({ code: 'launch-unlisted' });
    await expect(beginLaunch(place, params({}))).rejects.toMatchObject({ code: 'launch-unlisted' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('ends in words of ours whatever the record answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((odd) => ({ ...metadata, issuer: odd })),
          fc.jsonValue().map((odd) => ({ ...metadata, token_endpoint: odd })),
        ),
        async (answer) => {
          const { place } = page(() => answer);
          await beginLaunch(place, params({ iss })).catch((error: unknown) => {
            expect(error).toMatchObject({ code: expect.stringMatching(/^launch-/) as string });
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('coming back from the record', () => {
  const token = { access_token: 'secret', token_type: 'Bearer', expires_in: 60 };
  async function back(answer: unknown, more: Record<string, string> = {}, later = 0) {
    const { to, kept, place } = await begun();
    const state = to.searchParams.get('state') ?? '';
    const ask = vi.fn<typeof fetch>(() => Promise.resolve(Response.json(answer)));
    const there = { ...place, fetch: ask, now: () => later };
    return { kept, ask, launched: completeLaunch(there, params({ code: 'c', state, ...more })) };
  }

  it('takes who is there and what may be done from the token response alone', async () => {
    const { launched, kept } = await back(
      { ...token, patient: 'p-1', encounter: 'e-1', scope: 'patient/Patient.r', need_patient_banner: false },
      { patient: 'p-2' },
    );
    expect(await launched).toMatchObject({
      patient: 'p-1',
      encounter: 'e-1',
      scope: 'patient/Patient.r',
      needsBanner: false,
    });
    expect(kept.size).toBe(0);
  });

  it('shows who is there unless the record says that it does, and takes no id that is none', async () => {
    const { launched } = await back({
      ...token,
      patient: '../Patient?_id=7',
      encounter: '..',
      need_patient_banner: 'no',
    });
    const { patient, encounter, needsBanner, scope } = await launched;
    expect([patient, encounter, needsBanner]).toEqual([undefined, undefined, true]);
    // Where the server says nothing of scopes, it granted what was asked for.
    expect(scope).toContain('patient/Patient.r');
  });

  it('is done once: what was kept is gone, whatever came of it', async () => {
    const { place, to } = await begun();
    const state = to.searchParams.get('state') ?? '';
    const again = () => completeLaunch(place, params({ state, error: 'access_denied' }));
    await expect(again()).rejects.toMatchObject({ code: 'launch-refused' });
    await expect(again()).rejects.toMatchObject({ code: 'launch-state' });
  });

  it('is none after ten minutes, and its code goes nowhere', async () => {
    const { launched, ask } = await back(token, {}, 11 * 60_000);
    await expect(launched).rejects.toMatchObject({ code: 'launch-state' });
    expect(ask).not.toHaveBeenCalled();
  });

  it.each([
    ['no token', { token_type: 'Bearer' }],
    ['another kind of token', { ...token, token_type: 'mac' }],
    ['an id token of somebody else', { ...token, id_token: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['something else', []],
  ])('is refused where the answer holds %s', async (_, answer) => {
    await expect((await back(answer)).launched).rejects.toMatchObject({ code: 'launch-refused' });
  });
});
