import { EveryContactError } from '@everycontact/core';

/**
 * The one page that is spoken to: scheme, host and port, nothing more. `*` and `null` would be anybody.
 *
 * @throws EveryContactError `origin-invalid`
 */
export function exactOrigin(origin: string): string {
  if (originOf(origin) === origin && origin !== 'null') return origin;
  const message = `Expected an origin such as "https://records.example", found "${origin}". Name scheme, host and port, without a path.`;
  throw new EveryContactError('origin-invalid', 'origin', message);
}

/** Nothing where it is no address. */
export function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}
