import type { HostContext } from '@everycontact/core/host-context';

/** How a frame begins: whom it believes, and whom it tells. */
export interface Arrival {
  /** Of the pages that may be around it. */
  readonly origins: readonly string[];
  /** What stood in a signed address; `link` is the id of its token. */
  readonly signed?: { readonly context: HostContext; readonly link: string };
}
