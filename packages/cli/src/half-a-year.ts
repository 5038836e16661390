import type { Day } from '@everycontact/core';

/** When a draft of today is due: six months on. */
export function halfAYearAfter(day: Day): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 6);
  return at.toISOString().slice(0, 10);
}
