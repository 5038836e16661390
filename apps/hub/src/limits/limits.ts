/** What one client may ask of the hub. */
export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** Levels of a body in JSON. */
  readonly depth: number;
  /** Requests a second of one caller, on average over ten seconds. */
  readonly perSecond: number;
  /** Requests in ten seconds that one address may have refused for want of trust. */
  readonly refusals: number;
  /** Milliseconds that all questions to one server may take together. */
  readonly patience: number;
}

/** A record system asks from one or two addresses for all its users. */
export const usualLimits: Limits = { body: 1_000_000, depth: 40, perSecond: 500, refusals: 100, patience: 2_000 };
