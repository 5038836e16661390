import { EveryContactError } from '@everycontact/core';
import { readPolicy } from '@everycontact/core/prompting';
import * as z from 'zod/mini';
import type { HubOptions } from '../hub-options.js';
import { bytesOf } from './read-file.js';

/** What a deployer writes in `--config FILE`, as options of the hub. */
type Config = Partial<Omit<HubOptions, 'pack' | 'directory' | 'log' | 'now' | 'fetch'>>;

const webAddress = z.url({ protocol: /^https?$/ });
const perhaps = z.optional;

const schema = z.strictObject({
  address: perhaps(webAddress),
  locale: perhaps(z.string()),
  worker: perhaps(z.strictObject({ mayRefer: perhaps(z.boolean()), registered: perhaps(z.boolean()) })),
  facts: perhaps(
    z.record(z.string().check(z.regex(/^context\.[\w-]+$/)), z.union([z.string(), z.number(), z.boolean()])),
  ),
  origins: perhaps(z.array(webAddress)),
  behindProxy: perhaps(z.boolean()),
  policy: perhaps(z.unknown()),
});

/**
 * @param file nothing: only what `--demo` says
 * @throws EveryContactError `file-unreadable`, `hub-config`: every problem at once
 */
export function readConfig(file: string | undefined, _demo: boolean): Config {
  const { policy, ...rest } = file === undefined ? {} : checked(file, jsonIn(file));
  return { ...(rest as Config), ...(policy !== undefined && { policy: policyIn(file ?? '', policy) }) };
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
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw broken(
    file,
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  );
}

function policyIn(file: string, json: unknown) {
  const { policy, problems = [] } = readPolicy(json);
  if (policy) return policy;
  throw broken(
    file,
    problems.map(({ where, message }) => `policy.${where}: ${message}`),
  );
}

function broken(file: string, problems: readonly string[]): EveryContactError {
  const message = `Expected the settings of a hub in ${file}, found otherwise: ${problems.join('; ')}. apps/hub/README.md lists them.`;
  return new EveryContactError('hub-config', file, message);
}
