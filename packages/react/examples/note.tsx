import type { Line, Speaker } from '@everycontact/core';
import { noteOf } from './words.js';

/** That a sentence is a draft, or past its review, stands beside it. */
export function Note({ of, label }: { readonly of: Line; readonly label: Speaker['label'] }) {
  const note = noteOf(of, label);
  return note !== undefined && <small>[{note}]</small>;
}
