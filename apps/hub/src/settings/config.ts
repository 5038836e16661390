import { EveryContactError, type Finding } from '@everycontact/core';
import { readPolicy, type Policy } from '@everycontact/core/prompting';
import { codeMaps, readCodeMap, type CodeMap } from '@everycontact/fhir';
import * as z from 'zod/mini';
import type { HubOptions } from '../hub-options.js';
import { smartSchema } from '../smart/smart-options.js';
import { algorithms } from '../trust/issuer.js';
import { bytesOf } from './read-file.js';

/** What a deployer writes in `--config FILE`, as options of the hub. */
type Config = Partial<Omit<HubOptions, 'pack' | 'directory' | 'log' | 'now' | 'fetch'>>;

const perhaps = z.optional;
const address = z.url({ protocol: /^https?$/ });
/** Keys, records and the app are reached by TLS, but on the very machine. */
const safeAddress = address.check(
  z.refine((text) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${text}/`), 'expected https'),
);
const origin = address.check(
  z.refine((text) => URL.canParse(text) && new URL(text).origin === text, 'expected an origin, without a path'),
);

const issuer = z.strictObject({
  iss: z.string().check(z.minLength(1)),
  jku: perhaps(safeAddress),
  keys: perhaps(z.object({ keys: z.array(z.record(z.string(), z.unknown())) })),
  algorithms: perhaps(z.array(z.enum(algorithms)).check(z.minLength(1))),
  longest: perhaps(z.int().check(z.positive(), z.maximum(3600))),
});

const keysOnce = ({ jku, keys }: { jku?: unknown; keys?: unknown }) => (jku === undefined) !== (keys === undefined);
const eitherKeys = 'expected either jku or keys';

const schema = z.strictObject({
  address: perhaps(address.check(z.refine((text) => !/[?#]|\/$/.test(text), 'expected no slash at the end'))),
  canonical: perhaps(address),
  locale: perhaps(z.string()),
  worker: perhaps(z.strictObject({ mayRefer: perhaps(z.boolean()), registered: perhaps(z.boolean()) })),
  facts: perhaps(
    z.record(z.string().check(z.regex(/^context\.[\w-]+$/)), z.union([z.string(), z.number(), z.boolean()])),
  ),
  origins: perhaps(z.array(origin)),
  behindProxy: perhaps(z.boolean()),
  policy: perhaps(z.unknown()),
  issuers: perhaps(z.array(issuer.check(z.refine(keysOnce, eitherKeys)))),
  fhirServers: perhaps(z.array(safeAddress)),
  source: perhaps(z.strictObject({ label: z.string().check(z.minLength(1)), url: perhaps(address) })),
  launch: perhaps(safeAddress),
  codeMaps: perhaps(z.array(z.unknown())),
  smart: perhaps(smartSchema),
  embedded: perhaps(
    z.strictObject({ hosts: z.array(z.extend(issuer, { origin }).check(z.refine(keysOnce, eitherKeys))) }),
  ),
});

/**
 * @param file nothing: only what `demo` says
 * @throws EveryContactError `file-unreadable`, `hub-config`: every problem at once
 */
export function readConfig(file: string | undefined, demo: boolean): Config {
  if (file === undefined) return demo ? { cds: { trust: 'anyone' } } : {};
  const { policy, issuers, fhirServers, source, launch, codeMaps: own, ...rest } = checked(file, jsonIn(file));
  const trust = issuers?.length ? issuers : demo ? 'anyone' : undefined;
  const codes = own && { maps: [...codeMaps, ...own.map((map, at) => mapIn(file, `codeMaps.${at}`, map))] };
  return withoutGaps({
    ...rest,
    policy: policy === undefined ? undefined : policyIn(file, policy),
    cds: trust && withoutGaps({ trust, fhirServers, source, launch, codes }),
  });
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(bytesOf(file, '--config').toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof EveryContactError) throw error;
    throw broken(file, ['expected JSON, found something else']);
  }
}

function checked(file: string, json: unknown) {
  const read = schema.safeParse(json, { error: z.locales.en().localeError });
  if (read.success) return read.data;
  throw broken(
    file,
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  );
}

function policyIn(file: string, json: unknown): Policy {
  const { policy, problems = [] } = readPolicy(json);
  if (policy) return policy;
  throw broken(file, inWords('policy', problems));
}

function mapIn(file: string, where: string, json: unknown): CodeMap {
  const { map, problems } = readCodeMap(json);
  if (map) return map;
  throw broken(file, inWords(where, problems));
}

const inWords = (part: string, problems: readonly Finding[]): readonly string[] =>
  problems.map(({ where, message }) => `${part}.${where}: ${message}`);

function broken(file: string, problems: readonly string[]): EveryContactError {
  const message = `Expected the settings of a hub in ${file}, found otherwise: ${problems.join('; ')}. apps/hub/README.md lists them.`;
  return new EveryContactError('hub-config', file, message);
}

/** What was not told is not there, rather than there and undefined. */
const withoutGaps = (whole: object): object =>
  Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined));
