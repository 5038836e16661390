import type { FhirContext, Open, Told } from '@everycontact/fhir/record';
import { element } from './element.js';
import type { Words } from './words.js';

/** What the prompt is told of the person, each fact with the place in the record it comes from; and what it is not told. */
export function drawKnown(into: HTMLElement, { told, open }: FhirContext, words: Words): void {
  const named = <Fact extends Told | Open>(all: readonly Fact[]) => all.filter(({ fact }) => fact in words.facts);
  into.replaceChildren(
    ...named(told).map(({ fact, value, from }) =>
      row(
        words.facts[fact] ?? fact,
        words.value(value),
        [from.reference ?? '', from.path, from.date ?? ''].filter(Boolean).join(', '),
      ),
    ),
    ...named(open).map(({ fact, why }) => row(words.facts[fact] ?? fact, words.notKnown[why], '')),
  );
}

const row = (term: string, text: string, from: string): HTMLElement =>
  element('div', {}, [
    element('dt', {}, [term]),
    element('dd', {}, [text, ...(from ? [element('small', {}, [from])] : [])]),
  ]);
