/** The name of one file of records beside an index: `wexmarsh.services` has `wexmarsh.texts/0`, `wexmarsh.texts/1` and so on. */
export const textsBeside = (index: string, shard: number): string =>
  `${index.replace(/\.services(?=$|[?#])/, '')}.texts/${shard}`;
