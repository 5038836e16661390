/**
 * The strictest policy the prompt is promised to work under, sent with every page of the demo, React's among them: no
 * inline script, no inline style, and no text turned into markup except by the one policy that Lit names.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** What every answer carries. Services change, so they are never kept; pages and scripts are asked for again each time. */
export function headersFor(type) {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': /^application\/(json|octet-stream)/.test(type) ? 'no-store' : 'no-cache',
  };
}
