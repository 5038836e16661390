// The parts of CDS Hooks 2.0 that we write. No member is ever null or empty: what is not there is left out.

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** What a clinical system shows beside a record. Ours is always `info`: advice is never an alarm. */
export interface Card {
  readonly uuid: string;
  /** Plain text, fewer than 140 characters, nothing that a bystander should not read. */
  readonly summary: string;
  /** GitHub-flavoured Markdown. */
  readonly detail: string;
  readonly indicator: 'info';
  readonly source: { readonly label: string; readonly url?: string; readonly topic?: Coding };
  readonly overrideReasons: readonly Coding[];
  readonly suggestions?: readonly Suggestion[];
  readonly selectionBehavior?: 'at-most-one';
  readonly links?: readonly [SmartLink];
}

export interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly actions: readonly [
    { readonly type: 'create'; readonly description: string; readonly resource: DraftReferral },
  ];
}

/** A proposal that does nothing until a person signs it as an order. */
export interface DraftReferral {
  readonly resourceType: 'ServiceRequest';
  readonly status: 'draft';
  readonly intent: 'proposal';
  readonly code: { readonly coding?: readonly Coding[]; readonly text: string };
  readonly subject: { readonly reference: string };
  readonly encounter?: { readonly reference: string };
  readonly performer?: readonly [{ readonly display: string }];
}

/** Opens our SMART app; `appContext` is JSON with the script and the card. */
interface SmartLink {
  readonly label: string;
  readonly url: string;
  readonly type: 'smart';
  readonly appContext: string;
}
