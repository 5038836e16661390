import type { Adaptation, Difference } from '../pack/adaptation.js';
import type { Finding, Pack } from '../pack/pack.js';
import { references } from '../parse/references.js';
import { approvalProblems, approve } from './approve.js';
import { canonical } from './canonical.js';
import { differences } from './differences.js';
import { merge, switchOff } from './merge.js';
import { refusals } from './refusals.js';

export type Adapted =
  | { readonly pack: Pack; readonly differs: readonly Difference[]; readonly problems?: undefined }
  | { readonly pack?: undefined; readonly differs?: undefined; readonly problems: readonly Finding[] };

/**
 * A place's own pack: the base with other texts and languages, more needs, rules, contacts, behaviours and flags, and
 * without what is switched off. Never without what protects a person: locked texts, the base's flags, cut-offs, what a
 * flag forbids, the emergency number and urgent lines stay; an attempt is a problem, and no pack is given.
 *
 * A text the adaptation has in no other language is shown in the base's first, marked with its own `lang`. New scripts
 * are proved like any others: run `verifyPack` on the result.
 *
 * @param digest a checksum of a text, e.g. SHA-256 in hexadecimal digits; without it the digest of the adapted pack is
 * its base's with its own id and version, `sha256-…+klintkoebing@2026.1`
 * @returns the pack and every place where it differs from its base; or every problem at once
 */
export function adaptPack(
  base: Pack,
  local: Adaptation,
  { digest }: { readonly digest?: (text: string) => string } = {},
): Adapted {
  const merged = merge(base, local);
  const problems = [...refusals(base, local), ...approvalProblems(base, local), ...references(merged)];
  if (problems.length) return { problems };
  const { approved } = local;
  const { digest: before, ...content } = switchOff(approved ? approve(merged, base, approved) : merged, local.off);
  const pack: Pack = {
    ...content,
    digest: digest ? digest(canonical(content)) : `${before}+${local.id}@${local.version}`,
  };
  const signed = approved ? [{ where: 'approved', local: canonical(approved) }] : [];
  return { pack, differs: [...signed, ...differences(base, switchOff(merged, local.off))] };
}
