import { html, type TemplateResult } from 'lit';

const schemes = ['https:', 'http:', 'tel:', 'sms:', 'mailto:'];

/**
 * A link out of the page, or only its text where the address is not of a scheme we open. Nothing is told to the other
 * side about where the reader came from, and the page that holds the prompt stays as it is.
 */
export function outside(address: string, text: string, look = 'link'): TemplateResult {
  const scheme = schemeOf(address);
  if (!scheme) return html`<bdi class=${look}>${text}</bdi>`;
  const web = scheme.startsWith('http');
  return html`<a
    class=${look}
    part="link"
    href=${address}
    rel="noreferrer noopener"
    target=${web ? '_blank' : '_self'}
    ><bdi>${text}</bdi></a
  >`;
}

/** The scheme of an address that may become a link. */
function schemeOf(address: string): string | undefined {
  try {
    const { protocol } = new URL(address);
    return schemes.includes(protocol) ? protocol : undefined;
  } catch {
    return undefined;
  }
}

/** A phone number as written, for a link; nothing for what no phone could dial. */
export function dialled(scheme: 'tel' | 'sms', written: string): string {
  const digits = written.replace(/[\s().\-–/]/g, '');
  return /^\+?[\d*#]{2,16}$/.test(digits) ? `${scheme}:${digits}` : '';
}
