import type { Condition, Found, Trace } from '@everycontact/core';

const marks = { true: 'yes', false: 'no', unknown: 'not known' } as const;

/** A verdict and its reasons, one line each, indented as the condition is built. */
export function traceLines(trace: Trace, indent = '  '): readonly string[] {
  const { condition, truth, because, found } = trace;
  const inner = because ?? [];
  return [
    `${indent}${marks[`${truth}`]}: ${conditionInWords(condition)}${'fact' in condition ? `, found ${inWords(found)}` : ''}`,
    ...inner.flatMap((one) => traceLines(one, `${indent}  `)),
  ];
}

function conditionInWords(condition: Condition): string {
  if ('all' in condition) return 'all of';
  if ('any' in condition) return 'any of';
  if ('not' in condition) return 'not';
  if ('is' in condition) return `${condition.fact} is ${[condition.is].flat().join(' or ')}`;
  if ('atLeast' in condition) return `${condition.fact} is at least ${condition.atLeast}`;
  return `${condition.fact} is below ${condition.below}`;
}

function inWords(found: Found | undefined): string {
  if (found === undefined) return 'nothing';
  return typeof found === 'object' ? `${found.from} to ${found.to}` : String(found);
}
