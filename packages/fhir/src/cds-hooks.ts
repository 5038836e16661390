// CDS Hooks 2.0, without a server: what a service says, reads and answers
export { discovery, serviceId, type CdsService } from './cds-hooks/discovery.js';
export { readRequest, type CdsContext, type CdsRequest, type Hook, type ReadRequest } from './cds-hooks/request.js';
export {
  filledIn,
  prefetchState,
  prefetchTemplates,
  type PrefetchState,
  type Templates,
} from './cds-hooks/prefetch.js';
export { cardFor } from './cds-hooks/card.js';
export type { CardOptions } from './cds-hooks/card-options.js';
export type { Card, Coding, DraftReferral, Suggestion } from './cds-hooks/card-types.js';
export { readFeedback, type CardFeedback, type ReadFeedback } from './cds-hooks/feedback.js';
export { otherPeopleIn } from './cds-hooks/people.js';
