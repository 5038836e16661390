import type { Pack, ScriptId } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';

/** A script as a Mermaid flowchart, in the reader's words, for the person who signs it off. */
export function diagram(_pack: Pack, _script: ScriptId, _reader: Reader): string {
  return 'flowchart TD';
}
