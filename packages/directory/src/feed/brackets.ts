const [quote, backslash, comma] = [34, 92, 44];
const [openList, closeList, openRecord, closeRecord] = [91, 93, 123, 125];

/**
 * Where a JSON text has its brackets and commas, fed piece by piece: enough to hand each record of a list to `JSON.parse`
 * by itself, so that a list of any length needs the memory of one record.
 */
export class Brackets {
  /** How many brackets are open. */
  depth = 0;
  #quoted = false;
  #escaped = false;

  /** The next place from `at` on where the depth falls below `floor` or a comma stands right at it; the end where there is none. */
  next(text: string, at: number, floor: number): number {
    for (let here = at; here < text.length; here += 1) {
      const sign = text.charCodeAt(here);
      if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (sign === backslash) this.#escaped = true;
        else if (sign === quote) this.#quoted = false;
      } else if (sign === quote) this.#quoted = true;
      else if (sign === openList || sign === openRecord) this.depth += 1;
      else if (sign === closeList || sign === closeRecord) {
        this.depth -= 1;
        if (this.depth < floor) return here;
      } else if (sign === comma && this.depth === floor) return here;
    }
    return text.length;
  }
}
