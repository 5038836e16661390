import { createHash } from 'node:crypto';
import * as content from '@everycontact/content';
import { withDigest } from '@everycontact/content/compose';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../src/adapt/canonical.js';

/** The digest of a pack as it is made of what `adaptPack` hands to whoever hashes it. */
const digestOf = (pack: object) => `sha256-${createHash('sha256').update(canonical(pack)).digest('hex')}`;

it('is the same for a pack that is composed and for one that is adapted', () => {
  for (const { digest, ...pack } of Object.values(content)) expect(digestOf(pack)).toBe(digest);
});

it('knows no order of keys, and nothing that JSON would leave out', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
      const turned = { missing: undefined, ...Object.fromEntries(Object.entries(json).reverse()) };
      expect(withDigest<object>(turned).digest).toBe(digestOf(json));
      expect(digestOf(turned)).toBe(digestOf(json));
    }),
  );
});
