/**
 * MurmurHash3 (x86, 32 bit) of the bytes. Each step can be undone, so a change of any one word changes the sum.
 *
 * @param bytes their length need not be a multiple of four
 */
export function checksum(bytes: Uint8Array): number {
  const words = bytes.length >>> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new Uint32Array(aligned.buffer, aligned.byteOffset, words);
  let sum = 0;
  for (let i = 0; i < words; i++) {
    sum ^= mixed(view[i] ?? 0);
    sum = (Math.imul((sum << 13) | (sum >>> 19), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = bytes.length - 1; i >= words * 4; i--) rest = (rest << 8) | (bytes[i] ?? 0);
  sum ^= mixed(rest);
  sum ^= bytes.length;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

function mixed(word: number): number {
  const turned = Math.imul(word, 0xcc9e2d51);
  return Math.imul((turned << 15) | (turned >>> 17), 0x1b873593);
}
