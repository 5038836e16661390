/** One file of a feed: its bytes in pieces, as often as they are asked for. */
export interface FeedFile {
  /** For messages, and for the name of a table: `addresses.csv`. */
  readonly name: string;
  /** In bytes, if it is known: for progress. */
  readonly size?: number;
  read(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What one publisher hands over: a file, or a folder of files. */
export interface Feed {
  /** Stands in messages, in the report and in the provenance of each service. */
  readonly name: string;
  readonly files: readonly FeedFile[];
}
