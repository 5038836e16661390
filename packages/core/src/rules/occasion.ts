import type { ContextFacts } from '../pack/fact.js';
import type { Occasion } from '../pack/reader.js';

/** All that an occasion says, whether a pack asks for it or not. */
export function factsOf({ setting, mayRefer = false, registered = false, interpreter }: Occasion): ContextFacts {
  return {
    'context.setting': setting,
    'context.mayRefer': mayRefer,
    'context.registered': registered,
    ...(interpreter && { 'context.interpreter': interpreter }),
  };
}
