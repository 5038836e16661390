/**
 * What leaves the element: it bubbles, crosses shadow roots, and carries a plain JSON copy that nobody can change, because
 * it must survive logs, frames and other worlds.
 */
export class AdviceEvent<Detail extends { readonly schemaVersion: 1 }> extends CustomEvent<Detail> {
  /** @param cancelable whether `preventDefault()` is a veto */
  constructor(type: string, detail?: Omit<Detail, 'schemaVersion'>, cancelable = false) {
    const json = JSON.stringify({ schemaVersion: 1, ...detail });
    const frozen = JSON.parse(json, (_key, value: unknown) => Object.freeze(value)) as Detail;
    super(type, { bubbles: true, composed: true, cancelable, detail: frozen });
  }
}
