import { type NextRequest, NextResponse } from 'next/server';

/** Sends every page with a policy and a nonce of its own; Next.js finds the nonce in the request and puts it on its scripts. */
export function proxy({ headers }: NextRequest) {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${btoa(crypto.randomUUID())}' 'strict-dynamic'`,
    `style-src 'none'`,
    `img-src data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const request = new Headers(headers);
  request.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers: request } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

export const config = { matcher: '/((?!_next/static).*)' };
