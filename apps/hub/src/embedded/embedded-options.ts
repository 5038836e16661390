import type { Issuer } from '../trust/issuer.js';

/** A system of the deployer's that opens the prompt in a frame, by an address that it signs. */
export interface EmbeddingHost extends Issuer {
  /** The origin of its pages: the one that may hold the frame, and the one that hears what came of it. */
  readonly origin: string;
}

export interface EmbeddedOptions {
  readonly hosts: readonly EmbeddingHost[];
}
