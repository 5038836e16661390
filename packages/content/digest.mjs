import { createHash } from 'node:crypto';

/** Keys in order, no spaces, nothing that JSON leaves out: the same content gives the same text, however it was written. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join(',')}}`;
}

export const withDigest = (pack) => ({
  ...pack,
  digest: `sha256-${createHash('sha256').update(canonical(pack)).digest('hex')}`,
});
