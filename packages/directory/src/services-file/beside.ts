/** The name of one file of records beside an index: `marlbury.services` has `marlbury.texts/0`, `marlbury.texts/1` and so on. */
export const textsBeside = (index: string, shard: number): string =>
  `${index.replace(/\.services(?=$|[?#])/, '')}.texts/${shard}`;
