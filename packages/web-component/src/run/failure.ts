import { EveryContactError } from '@everycontact/core';

/** Whatever was thrown, as an error with a code. Told by its name: another copy of core has another class. */
export function asError(thrown: unknown): EveryContactError {
  if (isOurs(thrown)) return thrown;
  const found = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `The prompt cannot go on: ${found}. It shows its fallback; the page is not touched. Please report this with the pack and the version.`;
  const error = new EveryContactError('prompt-failed', 'advice-prompt', message);
  error.cause = thrown;
  return error;
}

function isOurs(thrown: unknown): thrown is EveryContactError {
  return thrown instanceof Error && thrown.name === 'EveryContactError';
}
