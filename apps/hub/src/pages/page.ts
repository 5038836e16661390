import type { Context } from 'hono';

/** What a page may do beside running the scripts of the hub. */
export interface PagePolicy {
  /** Origins that its scripts may speak to. */
  readonly connect?: readonly string[];
  /** Origins of pages that may hold it in a frame; none by default. */
  readonly ancestors?: readonly string[];
}

/**
 * A page with data put into its places. An object becomes JSON, for a block that no policy takes for a script; a `<` in it cannot
 * end the block. Anything else becomes text.
 *
 * @param data by the name of the place: `__NAME__` in the page
 */
export function filled(html: string, data: Readonly<Record<string, object | string | number>>): string {
  return html.replace(/__([A-Z]+)__/g, (_, name: string) => {
    const value = data[name];
    if (typeof value === 'object') return JSON.stringify(value).replaceAll('<', '\\u003c');
    return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  });
}

/** Nobody keeps it, nobody learns from where it was opened, and nothing runs in it but the hub's own files. */
export function answerWithPage(c: Context, html: string, policy: PagePolicy): Response {
  c.header('Content-Security-Policy', policyOf(policy));
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.html(html);
}

function policyOf({ connect = [], ancestors = [] }: PagePolicy): string {
  const frames = ancestors.length ? ancestors.join(' ') : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'img-src data:',
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}
