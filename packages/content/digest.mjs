import { createHash } from 'node:crypto';

/** Keys in order, no spaces: the same content gives the same text, however it was written. */
export const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
          .join(',')}}`
      : JSON.stringify(value);

export const withDigest = (pack) => ({
  ...pack,
  digest: `sha256-${createHash('sha256').update(canonical(pack)).digest('hex')}`,
});
