import type { Service } from '@everycontact/core';
import { beginningLength, formOf, type Form } from '../feed/form.js';
import type { Intake } from './intake.js';

/** One text of a feed, in pieces cut anywhere, into services. */
export interface Document {
  push(text: string): readonly Service[];
  /** @returns nothing where the text was blank */
  end(): readonly Service[] | undefined;
}

export function document(intake: Intake, feed: string): Document {
  let beginning = '';
  let form: Form | undefined;
  const taken = (items: ReturnType<Form['reader']['push']>, { uuids }: Form): readonly Service[] =>
    items.flatMap((item) => intake.take(item, uuids));
  const begin = (): readonly Service[] => {
    form = formOf(beginning, feed);
    const text = beginning;
    beginning = '';
    return taken(form.reader.push(text), form);
  };
  return {
    push(text) {
      if (form !== undefined) return taken(form.reader.push(text), form);
      beginning = (beginning + text).trimStart();
      return beginning.length < beginningLength ? [] : begin();
    },
    end() {
      if (form === undefined && beginning === '') return undefined;
      const first = form === undefined ? begin() : [];
      return form === undefined ? first : [...first, ...taken(form.reader.end(), form)];
    },
  };
}
