import { EveryContactError } from '@everycontact/core';

/** What a host handed over and does not fit. @param place as in `as the attribute "setting"` */
export function refuse(
  code: string,
  at: string,
  place: string,
  expected: string,
  found: string,
  remedy: string,
): EveryContactError {
  return new EveryContactError(code, at, `Expected ${expected} ${place}, found ${found}. ${remedy}`);
}

/** Whatever was thrown, as an error with a code. Told by its name: another copy of core has another class. */
export function asError(thrown: unknown): EveryContactError {
  const { name, message: found = thrown } = Object(thrown) as Partial<Error>;
  if (name === 'EveryContactError') return thrown as EveryContactError;
  const message = `The prompt cannot go on: ${String(found)}. Check "session", "now" and "newId", or report it with pack and version.`;
  return Object.assign(new EveryContactError('prompt-failed', 'advice-prompt', message), { cause: thrown });
}

/** How long an element waits for a pack that its page may bring late, in milliseconds. */
export const packPatience = 5000;

export const noPackCame = (): EveryContactError =>
  new EveryContactError(
    'pack-missing',
    'pack',
    `<advice-prompt> has waited ${packPatience / 1000} seconds for its pack. Set the property "pack", or the attribute "place".`,
  );
