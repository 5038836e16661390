const [quote, lineFeed, space, tab] = [34, 10, 32, 9];

/**
 * Where the rows of a CSV end, fed piece by piece: a line break inside quotes ends none. A quote opens only at the start
 * of a cell, as the parser has it, so a lone one in a cell (`5" pipe`) opens nothing.
 */
export class Rows {
  readonly #delimiter: number;
  #quoted = false;
  #afterQuote = false;
  #atStart = true;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** How much of the text, from its start, is whole rows. */
  whole(text: string): number {
    let end = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      if (this.#quoted) {
        if (sign === quote) {
          this.#afterQuote = !this.#afterQuote;
          continue;
        }
        if (!this.#afterQuote) continue;
        this.#quoted = false;
        this.#afterQuote = false;
      }
      if (sign === lineFeed) end = at + 1;
      if (sign === lineFeed || sign === this.#delimiter) this.#atStart = true;
      else if (this.#atStart && sign === quote) {
        this.#quoted = true;
        this.#atStart = false;
      } else if (sign !== space && sign !== tab) this.#atStart = false;
    }
    return end;
  }
}
