/**
 * The text of an answer, read no further than a bound.
 *
 * @throws Error beyond the bound
 */
export async function boundedText({ body }: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) throw new Error(`Expected at most ${most} bytes, found more.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
