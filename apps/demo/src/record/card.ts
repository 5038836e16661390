import type { Card } from '@everycontact/fhir/cds-hooks';
import { element } from './element.js';
import type { Words } from './words.js';

interface Choices {
  readonly words: Words;
  readonly open: (script: string) => void;
  readonly putAside: () => void;
}

/** One card as a clinical system shows it: quiet, above everything else that it could be confused with, and gone with one key. */
export function drawCard(into: HTMLElement, card: Card, { words, open, putAside }: Choices): void {
  const { script } = JSON.parse(card.links?.[0].appContext ?? '{}') as { script?: string };
  const button = (name: string, act: () => void, kind: string) => {
    const made = element('button', { type: 'button', class: kind }, [name]);
    made.addEventListener('click', act);
    return made;
  };
  into.replaceChildren(
    element('p', { class: 'summary' }, [card.summary]),
    element('p', { class: 'source' }, [card.source.label]),
    element('div', { class: 'ways' }, [
      button(words.openPrompt, () => open(script ?? ''), 'main'),
      button(words.putAside, putAside, 'plain'),
    ]),
    element('details', {}, [
      element('summary', {}, [words.why]),
      ...card.detail.split('\n\n').map((line) => element('p', {}, [plain(line)])),
    ]),
  );
}

/** Where nothing may be raised now: which rule says so, in a sentence. */
export function drawNoCard(into: HTMLElement, reasons: readonly string[], words: Words): void {
  into.replaceChildren(
    element('p', { class: 'summary' }, [words.noCard]),
    element('details', {}, [
      element('summary', {}, [words.why]),
      ...reasons.map((reason) => element('p', {}, [reason])),
    ]),
  );
}

/** Markdown of a card without its marks: this page draws text. */
const plain = (markdown: string): string =>
  markdown.replace(/^\*\*|\*\*$/g, '').replace(/\\([\\`*_[\]<>|~&#!@:.])/g, '$1');
