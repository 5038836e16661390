import { AdviceEvent } from './advice-event.js';

export interface AdviceErrorDetail {
  readonly schemaVersion: 1;
  /** As in `docs/errors.md`, e.g. `pack-invalid`. */
  readonly code: string;
  /** The attribute, property or path in the pack. */
  readonly at: string;
  readonly message: string;
}

/** Something is wrong with what the prompt was given. It shows its fallback with urgent help; the page goes on. */
export class AdviceErrorEvent extends AdviceEvent<AdviceErrorDetail> {
  constructor({ code, at, message }: Omit<AdviceErrorDetail, 'schemaVersion'>) {
    super('advice-error', { code, at, message });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-error': AdviceErrorEvent;
  }
}
