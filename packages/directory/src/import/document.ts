import type { Service } from '@everycontact/core';
import type { Headings } from '../feed/columns.js';
import { beginningLength, formOf, type Form } from '../feed/form.js';
import type { Item } from '../feed/item.js';
import type { Intake } from './intake.js';

/** One text of a feed, in pieces cut anywhere, into services. */
export interface Document {
  push(text: string): void;
  /** @returns false where the text was blank */
  end(): boolean;
}

/** @param keep takes each service as it is read: also those before the place where a text turns out to be broken */
export function document(intake: Intake, feed: string, keep: (service: Service) => void, headings: Headings): Document {
  let beginning = '';
  let form: Form | undefined;
  const found = (item: Item): void => intake.take(item, form?.uuids ?? false).forEach(keep);
  const begin = (): Form => {
    form = formOf(beginning, feed, headings);
    const text = beginning;
    beginning = '';
    form.reader.push(text, found);
    return form;
  };
  return {
    push(text) {
      if (form !== undefined) {
        form.reader.push(text, found);
        return;
      }
      beginning = (beginning + text).trimStart();
      if (beginning.length >= beginningLength) begin();
    },
    end() {
      if (form === undefined && beginning === '') return false;
      (form ?? begin()).reader.end(found);
      return true;
    },
  };
}
