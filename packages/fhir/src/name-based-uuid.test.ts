import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameBasedUuid } from './name-based-uuid.js';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** The same by the digest of Node. */
function expected(space: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const hex = bytes.subarray(0, 16);
  hex[6] = (hex[6]! & 0x0f) | 0x50;
  hex[8] = (hex[8]! & 0x3f) | 0x80;
  return hex.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

describe('a UUID from a name', () => {
  it('is the one of the example in RFC 9562', () => {
    expect(nameBasedUuid(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is what the digest of Node gives for a name of any length and any sign', () => {
    const names = Array.from({ length: 140 }, (_, length) => 'aæ😀'.repeat(50).slice(0, length));
    expect(names.map((name) => nameBasedUuid(dns, name))).toEqual(names.map((name) => expected(dns, name)));
  });

  it('keeps several names apart: what ends one does not begin the next', () => {
    expect(nameBasedUuid(dns, 'a', 'bc')).not.toBe(nameBasedUuid(dns, 'ab', 'c'));
    expect(nameBasedUuid(dns, 'a', 'b')).toBe(nameBasedUuid(dns, 'a', 'b'));
  });
});
