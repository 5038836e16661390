import type { Finding } from '@everycontact/core';

/** Collects what a form cannot keep: all of it up to a bound, then how much more there is. */
export interface Told {
  /** What cannot be expressed, and is left out. */
  lost(code: string, where: string, message: string): void;
  /** What somebody should look at. */
  note(code: string, where: string, message: string): void;
  findings(): readonly Finding[];
}

/** So many are told one by one. */
const most = 200;

export function told(): Told {
  const findings: Finding[] = [];
  let more = 0;
  const add = (finding: Finding) => {
    if (findings.length < most) findings.push(finding);
    else more += 1;
  };
  return {
    lost: (code, where, message) => add({ code, where, message }),
    note: (code, where, message) => add({ code, where, message, severity: 'warning' }),
    findings: () =>
      more
        ? [...findings, { code: 'form-more', where: '', message: `there are ${more} more findings: mend these first` }]
        : findings,
  };
}
