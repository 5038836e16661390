import { isDay } from '@everycontact/core';

/** An instant as FHIR writes one: a day that exists, to the second, with its offset. */
export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  isDay(value.slice(0, 10)) &&
  /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
