import type { ContactRecord } from '@everycontact/core';
import type { HostContext } from '@everycontact/core/host-context';
import type { HistoryEntry } from '@everycontact/core/prompting';
import type { AdviceErrorDetail } from '../events/advice-error.js';
import type { AdviceServiceWrongDetail } from '../events/advice-service-wrong.js';

/** From the page around to the page in the frame. `link` names this context: what is told of it carries the same name. */
export interface ContextMessage {
  readonly everycontact: 'context';
  readonly link: string;
  /** `null`: nobody is there any more. */
  readonly context: HostContext | null;
}

/** From the page in the frame to the page around. */
export type PromptMessage =
  /** Its listener is in place. Told of no context, so it has no `link`. */
  | { readonly everycontact: 'ready' }
  /** The context has been taken over. */
  | { readonly everycontact: 'accepted'; readonly link: string }
  /** It could not be, and nobody is there now. */
  | { readonly everycontact: 'refused'; readonly link: string; readonly code: string; readonly message: string }
  /** A topic is settled. */
  | { readonly everycontact: 'outcome'; readonly link: string; readonly record: ContactRecord }
  /** What became of a prompt, for the history that the host keeps. */
  | { readonly everycontact: 'history'; readonly link: string; readonly entry: HistoryEntry }
  /** Details of a service or a national line are wrong. */
  | { readonly everycontact: 'service-wrong'; readonly link: string; readonly service: AdviceServiceWrongDetail }
  /** Something is wrong with what the prompt was given. */
  | { readonly everycontact: 'error'; readonly link: string; readonly error: AdviceErrorDetail }
  /** The panel has been closed; all that leaves in the setting `staff`. */
  | { readonly everycontact: 'closed'; readonly link: string };
