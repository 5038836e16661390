import { html, nothing, type TemplateResult } from 'lit';

/**
 * A link out of the page, or only its text where the address is not of a scheme we open. Nothing is told to the other
 * side about where the reader came from, and the page that holds the prompt stays as it is.
 * @param of whose it is, for whoever comes to the link by the Tab key and hears a number alone
 */
export function outside(address: string, text: string, of?: string): TemplateResult {
  const words = html`<bdi>${inOrder(text)}</bdi>`;
  if (!/^(https?|tel|sms|mailto):/i.test(address) || !URL.canParse(address)) return words;
  return html`<a
    part="link"
    href=${address}
    rel="noreferrer noopener"
    aria-description=${of ?? nothing}
    target=${/^http/i.test(address) ? '_blank' : '_self'}
    >${words}</a
  >`;
}

/** A number of several groups keeps their order in a language that is written from right to left. */
const inOrder = (text: string) =>
  text.split(/(\+?\d[\d ().\-–]*\d)/).map((part, i) => (i % 2 ? html`<bdi dir="ltr">${part}</bdi>` : part));

/** A phone number as written, for a link; nothing for what no phone could dial. */
export function dialled(scheme: 'tel' | 'sms', written: string): string {
  const digits = written.replace(/[\s().\-–/]/g, '');
  return /^\+?[\d*#]{2,16}$/.test(digits) ? `${scheme}:${digits}` : '';
}
