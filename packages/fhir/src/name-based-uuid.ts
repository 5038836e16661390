/**
 * A UUID that is the same for the same names (RFC 9562, version 5): whoever derives it again finds what was made before, so
 * nothing has to be stored. In pages, too, that come by plain http, where the browser lends no digest.
 *
 * @param space the UUID of the kind of thing that is named
 * @returns lower case, e.g. `2ed6657d-e927-568b-95e1-2665a8aea6a2`
 */
export function nameBasedUuid(space: string, ...names: readonly string[]): string {
  const name = new TextEncoder().encode(names.length === 1 ? names[0] : JSON.stringify(names));
  const bytes = new Uint8Array(16 + name.length);
  bytes.set((space.match(/[\da-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16)).slice(0, 16));
  bytes.set(name, 16);
  const digest = sha1(bytes).slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** FIPS 180-4. A name, not a secret: nothing rests on its strength. */
function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const data = new DataView(padded.buffer);
  data.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let block = 0; block < padded.length; block += 64) mix(state, wordsOf(data, block));
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((word, index) => digest.setUint32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

function wordsOf(data: DataView, block: number): Uint32Array {
  const words = new Uint32Array(80);
  const at = (index: number) => words[index] ?? 0;
  for (let index = 0; index < 16; index++) words[index] = data.getUint32(block + index * 4);
  for (let index = 16; index < 80; index++)
    words[index] = turned(at(index - 3) ^ at(index - 8) ^ at(index - 14) ^ at(index - 16), 1);
  return words;
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  words.forEach((word, index) => {
    const [chosen, constant] = round(Math.floor(index / 20), b, c, d);
    const next = (turned(a, 5) + chosen + e + constant + word) >>> 0;
    [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
  });
  [a, b, c, d, e].forEach((word, index) => (state[index] = (state[index] ?? 0) + word));
}

function round(which: number, b: number, c: number, d: number): readonly [number, number] {
  if (which === 0) return [(b & c) | (~b & d), 0x5a827999];
  if (which === 2) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, which === 1 ? 0x6ed9eba1 : 0xca62c1d6];
}

const turned = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;
