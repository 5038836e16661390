/** A constant, or an answer. */
export type Value = string | number | boolean;
/** What a score still can be: from what is answered to what the unanswered could add. `from === to` once nothing is open. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}
export type Found = Value | Interval;

/** Told by the host, ticked by the worker, or shared by an earlier session. */
export type ContextName = `context.${string}`;
/** `answer.<script>.<step>` or `item.<instrument>.<item>`. */
export type AnswerName = `answer.${string}.${string}` | `item.${string}.${string}`;
export type ScoreName = `score.${string}`;
export type MeasureName = `measure.${string}`;
export type FactName = ContextName | AnswerName | ScoreName | MeasureName;

/** One flat table of facts. What is not in it is unknown, never false. */
export type Facts = Readonly<Partial<Record<FactName, Found>>>;
/** What a host knows of a person. Left out is unknown; so is `null` in what JSON brings. */
export type ContextFacts = Readonly<Partial<Record<ContextName, Value>>>;
