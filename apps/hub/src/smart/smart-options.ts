import * as z from 'zod/mini';

const perhaps = z.optional;

/** An address of a server: `https`, or of this machine, so that it can be tried. Without a slash at the end. */
const server = z.url({ protocol: /^https?$/ }).check(
  z.refine((address) => {
    // A check runs even where the one before has failed.
    if (!URL.canParse(address)) return false;
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  }, 'expected https, or this machine'),
  z.refine((address) => !address.endsWith('/'), 'expected no slash at the end'),
);
const origin = z
  .url({ protocol: /^https?$/ })
  .check(z.refine((text) => URL.canParse(text) && new URL(text).origin === text, 'expected scheme, host and port'));

/** What a deployer says of the record systems that the hub may be launched from. */
export const smartSchema = z.strictObject({
  /** The list: no other server is ever asked anything. */
  issuers: z.array(
    z.strictObject({
      /** The address of its FHIR R4 endpoint, as `iss` names it in a launch. */
      iss: server,
      /** What the worker knows it by. */
      name: z.string().check(z.minLength(1)),
      /** As which the hub is registered there; a public client, without a secret. */
      clientId: z.string().check(z.minLength(1)),
      /** Where else it answers: the origin of its authorisation server, if that is another. */
      origins: perhaps(z.array(origin)),
      /** What of the record is asked for, instead of the least. */
      scopes: perhaps(z.array(z.string().check(z.regex(/^\S+$/)))),
      /** Origins of pages that may hold the app in a frame. */
      frames: perhaps(z.array(origin)),
      /** How a record is written: `base` by default. */
      profile: perhaps(z.enum(['base', 'uk-core', 'dk-core', 'se'])),
    }),
  ),
});

/** See `smartSchema`. */
export type SmartOptions = z.infer<typeof smartSchema>;
export type SmartIssuer = SmartOptions['issuers'][number];

/** The origins a launch from there may speak to. */
export const originsOf = ({ iss, origins = [] }: SmartIssuer): readonly string[] => [new URL(iss).origin, ...origins];
