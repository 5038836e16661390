import { EveryContactError } from '@everycontact/core';
import * as oauth from 'oauth4webapi';
import { scopeFor } from './asked.js';
import { originsOf, type SmartIssuer } from './smart-options.js';

/** What a launch needs of the page it runs in. */
export interface LaunchPage {
  readonly issuers: readonly SmartIssuer[];
  /** Where the record sends the worker back to. */
  readonly redirect: string;
  /** Keeps what one launch needs on the way through the record, and nothing afterwards. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** A worker let into the record of somebody: kept in memory only. */
export interface Launched {
  readonly issuer: SmartIssuer;
  readonly token: string;
  /** As the server wrote them: what may be done, apart by spaces. */
  readonly scope: string;
  readonly patient?: string;
  readonly encounter?: string;
  /** A reference such as `Practitioner/7`. */
  readonly user?: string;
  /** The record does not show who is there, so the app must. */
  readonly needsBanner: boolean;
  readonly styleUrl?: string;
  /** As a card of ours wrote it. */
  readonly appContext?: string;
}

/** What is kept between leaving for the record and coming back. */
interface OnTheWay {
  readonly iss: string;
  readonly server: string;
  readonly tokenEndpoint: string;
  readonly verifier: string;
  readonly scope: string;
  readonly at: number;
}

const patience = 10_000;
const longestWay = 10 * 60_000;
const nameOf = (state: string) => `everycontact-launch-${state}`;

/**
 * Asks the record how to get in, and gives back where to send the worker. A server that is not listed is asked nothing.
 *
 * @param params of the address that was opened: `iss`, and `launch` where the record opened it
 * @throws EveryContactError `launch-unlisted`, `launch-unreachable`, `launch-unsafe`, `launch-storage`
 */
export async function beginLaunch(page: LaunchPage, params: URLSearchParams): Promise<URL> {
  const issuer = listed(page.issuers, params.get('iss'));
  const launch = params.get('launch');
  const metadata = await metadataOf(issuer, page.fetch);
  const scope = scopeFor(issuer, launch !== null, metadata.issuer !== undefined);
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  keep(page.storage, state, {
    iss: issuer.iss,
    server: metadata.issuer ?? issuer.iss,
    tokenEndpoint: metadata.token.href,
    verifier,
    scope,
    at: page.now(),
  });
  const to = metadata.authorization;
  const asked = {
    response_type: 'code',
    client_id: issuer.clientId,
    redirect_uri: page.redirect,
    scope,
    state,
    aud: issuer.iss,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(launch !== null && { launch }),
  };
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
  return to;
}

/**
 * Trades the code that the record sent for a token, once: a launch that this tab did not begin, or came back from before, is none.
 *
 * @param params of the address that the record sent the worker back to
 * @throws EveryContactError `launch-state`, `launch-unlisted`, `launch-refused`, `launch-unreachable`
 */
export async function completeLaunch(page: LaunchPage, params: URLSearchParams): Promise<Launched> {
  const state = params.get('state') ?? '';
  const way = takeUp(page, state);
  const issuer = listed(page.issuers, way.iss);
  const server: oauth.AuthorizationServer = {
    issuer: way.server,
    token_endpoint: way.tokenEndpoint,
    id_token_signing_alg_values_supported: ['RS256', 'RS384', 'ES256', 'ES384', 'PS256'],
  };
  const client: oauth.Client = { client_id: issuer.clientId };
  try {
    const answer = oauth.validateAuthResponse(server, client, params, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      page.redirect,
      way.verifier,
      {
        // Only ever for this machine: the list takes no other address without `https`.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        [oauth.allowInsecureRequests]: issuer.iss.startsWith('http:'),
        [oauth.customFetch]: page.fetch,
        signal: AbortSignal.timeout(patience),
      },
    );
    return launchedBy(issuer, way.scope, await oauth.processAuthorizationCodeResponse(server, client, response));
  } catch (error) {
    throw refusedBy(issuer, error);
  }
}

function launchedBy(issuer: SmartIssuer, asked: string, answer: oauth.TokenEndpointResponse): Launched {
  const text = (name: string) => (typeof answer[name] === 'string' ? answer[name] : undefined);
  const [patient, encounter] = [idIn(text('patient')), idIn(text('encounter'))];
  const user = oauth.getValidatedIdTokenClaims(answer)?.['fhirUser'];
  const [styleUrl, appContext] = [text('smart_style_url'), text('appContext')];
  return {
    issuer,
    token: answer.access_token,
    scope: answer.scope ?? asked,
    // Where the record does not say, better twice than not at all.
    needsBanner: answer['need_patient_banner'] !== false,
    ...(patient !== undefined && { patient }),
    ...(encounter !== undefined && { encounter }),
    ...(typeof user === 'string' && { user: referenceIn(user) }),
    ...(styleUrl !== undefined && { styleUrl }),
    ...(appContext !== undefined && { appContext }),
  };
}

/** Dots alone would be a step up in an address. */
const idIn = (text = '') => (/^(?!\.+$)[A-Za-z\d.-]{1,64}$/.test(text) ? text : undefined);
const referenceIn = (user: string) => /[A-Z]\w+\/[A-Za-z\d.-]{1,64}$/.exec(user)?.[0] ?? user;

function listed(issuers: readonly SmartIssuer[], iss: string | null): SmartIssuer {
  const issuer = issuers.find((one) => one.iss === iss?.replace(/\/$/, ''));
  if (issuer) return issuer;
  throw problem(
    'unlisted',
    'iss',
    'a record system that is on the list of this hub',
    'another',
    'Add it to "issuers".',
  );
}

interface Metadata {
  readonly authorization: URL;
  readonly token: URL;
  readonly issuer: string | undefined;
}

async function metadataOf(issuer: SmartIssuer, ask: typeof fetch): Promise<Metadata> {
  const json = await smartConfiguration(issuer, ask);
  const { authorization_endpoint, token_endpoint, issuer: name, code_challenge_methods_supported: methods } = json;
  if (!Array.isArray(methods) || !methods.includes('S256'))
    throw problem('unsafe', 'code_challenge_methods_supported', '"S256"', 'none', 'The record has to support PKCE.');
  return {
    authorization: endpoint(issuer, 'authorization_endpoint', authorization_endpoint),
    token: endpoint(issuer, 'token_endpoint', token_endpoint),
    issuer: typeof name === 'string' ? name : undefined,
  };
}

async function smartConfiguration({ iss }: SmartIssuer, ask: typeof fetch): Promise<Record<string, unknown>> {
  try {
    const response = await ask(`${iss}/.well-known/smart-configuration`, {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`the status ${response.status}`);
    return Object(await response.json()) as Record<string, unknown>;
  } catch (error) {
    throw problem('unreachable', 'iss', 'how the record lets apps in', String(error), 'Try again.');
  }
}

/** The worker and the code go nowhere but to where the deployer said. */
function endpoint(issuer: SmartIssuer, name: string, address: unknown): URL {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined;
  if (url && originsOf(issuer).includes(url.origin)) return url;
  const remedy = 'If it is right, add it to the "origins" of this record.';
  throw problem('unsafe', name, 'an address of the record', url ? `"${url.origin}"` : 'none', remedy);
}

function keep(storage: LaunchPage['storage'], state: string, way: OnTheWay): void {
  try {
    storage.setItem(nameOf(state), JSON.stringify(way));
  } catch (error) {
    const remedy = 'Let the browser store for a tab, or open the app in a window of its own.';
    throw problem('storage', 'sessionStorage', 'room for one launch', String(error), remedy);
  }
}

function takeUp({ storage, now }: LaunchPage, state: string): OnTheWay {
  const kept = storage.getItem(nameOf(state));
  storage.removeItem(nameOf(state));
  const way = kept === null ? undefined : (JSON.parse(kept) as OnTheWay);
  if (way && now() - way.at <= longestWay) return way;
  throw problem('state', 'state', 'a launch that this tab began', 'another, or one that took too long', 'Start again.');
}

function refusedBy({ name }: SmartIssuer, error: unknown): EveryContactError {
  const { error: said } = Object(error) as { error?: unknown };
  if (typeof said === 'string') return problem('refused', name, 'leave to come in', `"${said}"`, 'Start again.');
  const { name: kind, message } = Object(error) as Partial<Error>;
  const away = kind === 'TypeError' || kind === 'TimeoutError' || kind === 'AbortError';
  return problem(away ? 'unreachable' : 'refused', name, 'a token', message ?? 'nothing', 'Start again.');
}

function problem(what: string, at: string, expected: string, found: string, remedy: string): EveryContactError {
  return new EveryContactError(`launch-${what}`, at, `Expected ${expected} at "${at}", found ${found}. ${remedy}`);
}
