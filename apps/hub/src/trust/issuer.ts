import type { JSONWebKeySet } from 'jose';

/** Only signatures by key pairs: whoever can check one cannot make one. */
export const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'] as const;
type Algorithm = (typeof algorithms)[number];

/** A clinical system that the deployer has agreed with. Its keys are given, or stand at the one address that was agreed. */
export interface Issuer {
  readonly iss: string;
  /** Where its keys stand. A request that names another address is refused, and that address is never asked. */
  readonly jku?: string;
  readonly keys?: JSONWebKeySet;
  /** ES384 and RS384 by default, as the specification recommends. */
  readonly algorithms?: readonly Algorithm[];
  /** For how many seconds it may sign at most; 300 by default. */
  readonly longest?: number;
}
