/** How long a text message is as it is sent. `units`: of seven bits, or of sixteen. */
export interface TextLength {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly units: number;
  readonly parts: number;
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Sent with an escape before it. */
const extension = new Set('\f^{}\\[~]|€');

/** In one part, and in each of several, whose head takes room. */
const room = { 'GSM-7': [160, 153], 'UCS-2': [70, 67] } as const;

/**
 * Counted as 3GPP 23.038 and 23.040 have it: one letter outside the seven-bit alphabet makes the whole message a sixteen-bit
 * one, and no part ends within a letter.
 */
export function textLength(text: string): TextLength {
  const letters = Array.from(text);
  const encoding = letters.every((letter) => basic.has(letter) || extension.has(letter)) ? 'GSM-7' : 'UCS-2';
  const sizes = letters.map((letter) => (encoding === 'UCS-2' ? letter.length : extension.has(letter) ? 2 : 1));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = room[encoding];
  let parts = 1;
  let filled = 0;
  if (units > alone)
    for (const size of sizes) {
      if (filled + size > each) {
        parts += 1;
        filled = 0;
      }
      filled += size;
    }
  return { encoding, units, parts };
}
