import * as z from 'zod/mini';
import {
  approval,
  behaviours,
  day,
  flag,
  helpLine,
  id,
  locales,
  named,
  need,
  script,
  signposting,
  sources,
  texts,
  words,
} from './schema.js';

/** The shape of an adaptation; what it may do to its base is for `adaptPack` to say. */
export const adaptationShape = z.strictObject({
  schema: z.literal('everycontact/adaptation@1'),
  id,
  version: words,
  base: z.string().check(z.regex(/^[a-z\d][\w.-]*@\S+$/i, 'a pack and its version, such as "denmark@0.1.0"')),
  safeguarding: helpLine,
  approved: z.optional(
    z.strictObject({
      digest: words,
      reviewBy: day,
      approvals: z.array(approval).check(z.minLength(1, 'at least one')),
    }),
  ),
  off: z.optional(z.array(id)),
  locales: z.optional(locales),
  behaviours: z.optional(behaviours),
  scripts: z.optional(named(script)),
  flags: z.optional(named(flag)),
  urgentHelp: z.optional(named(z.strictObject({ lines: z.array(helpLine) }))),
  needs: z.optional(named(z.union([need, z.strictObject({ national: z.array(helpLine) })]))),
  signposting: z.optional(signposting),
  sources: z.optional(sources),
  texts: z.optional(texts),
});
