import { EveryContactError, isDay, type Instant } from '@everycontact/core';
import { parseArgs } from 'node:util';
import { count } from './terminal.js';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
}
type Value<T extends Option> = T['type'] extends 'string' ? string : boolean;
/** What was given: a list where an option may be repeated. */
type Values<T> = {
  [K in keyof T]?: T[K] extends Option ? (T[K]['multiple'] extends true ? Value<T[K]>[] : Value<T[K]>) : never;
};

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const list = { type: 'string', multiple: true } as const;

export const misuse = (command: string, code: string, message: string): EveryContactError =>
  new EveryContactError(code, command, `${message} See "everycontact help ${command}".`);

/**
 * The options and names a command was given.
 *
 * @param most how many names it takes
 * @throws EveryContactError `option-unknown`
 */
export function readArgs<const T extends Readonly<Record<string, Option>>>(
  command: string,
  args: readonly string[],
  options: T,
  most = Infinity,
): { readonly values: Values<T>; readonly positionals: readonly string[] } {
  const { values, positionals } = parsed(command, args, options);
  const [extra] = positionals.slice(most);
  if (extra !== undefined)
    throw misuse(
      command,
      'option-unknown',
      `Expected ${most === 0 ? 'no name' : `at most ${count(most, 'name')}`}, found also "${extra}". Put quotes round a name with a space in it.`,
    );
  return { values, positionals };
}

function parsed<const T extends Readonly<Record<string, Option>>>(
  command: string,
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '([^']+)'/.exec(said) ?? [];
    const known = Object.keys(options).map((name) => `"--${name}"`);
    const there = known.length ? `one of ${known.join(', ')}` : 'no option';
    const told =
      unknown === undefined ? said.replace(/\s+/g, ' ').replace(/\.?$/, '.') : `Expected ${there}, found "${unknown}".`;
    throw misuse(command, 'option-unknown', told);
  }
}

/** A civil day. @throws EveryContactError `option-invalid` */
export function dayOf(command: string, option: string, written: string): string {
  if (isDay(written)) return written;
  throw misuse(command, 'option-invalid', `${option}: expected a day such as 2026-11-22, found "${written}".`);
}

/** An instant. @throws EveryContactError `option-invalid` */
export function instantOf(command: string, option: string, written: string): Instant {
  const at = new Date(written);
  const whole = /^.{10}T\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(written) && isDay(written.slice(0, 10));
  if (whole && Number.isFinite(at.getTime())) return at.toISOString();
  throw misuse(
    command,
    'option-invalid',
    `${option}: expected an instant such as 2026-11-23T09:30Z, found "${written}".`,
  );
}

/** A port; 0 takes any that is free. @throws EveryContactError `option-invalid` */
export function portOf(command: string, written: string): number {
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw misuse(command, 'option-invalid', `--port: expected a number up to 65535, found "${written}".`);
}
