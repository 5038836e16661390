/** What is read at all: far above any real pack, and low enough that a hostile one is refused in seconds. */
export const limits = {
  /** Characters of a text that is handed in: 8 million. */
  characters: 8_000_000,
  /** Objects, lists and values in it, all told. */
  parts: 60_000,
  /** Objects and lists within each other; conditions are the deepest. */
  depth: 40,
  /** Characters of one text. */
  text: 10_000,
  /** Steps of one script. */
  steps: 500,
  /** Instruments that continue each other. */
  continued: 8,
  /** Problems that are told one by one; the rest is counted. */
  findings: 200,
} as const;
