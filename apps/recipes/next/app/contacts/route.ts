import type { ContactRecord } from '@everycontact/core';

/** Where the records go; keep them as you keep the rest of a case. */
export async function POST(request: Request) {
  const { outcome } = (await request.json()) as ContactRecord;
  return new Response(outcome);
}
