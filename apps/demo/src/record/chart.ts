import type * as r4 from 'fhir/r4.js';
import { element, part } from './element.js';
import { nameOf, type Chart, type Visitor } from './people.js';
import type { Words } from './words.js';

/** The open record: who it is, and what is in it. */
export function drawChart(
  visitor: Visitor,
  chart: Chart,
  area: string,
  age: number,
  locale: string,
  words: Words,
): void {
  const { patient } = visitor;
  const items = (all: readonly (r4.CodeableConcept | undefined)[]) =>
    all.map((one) => element('li', {}, [one?.text ?? '']));
  part('name').textContent = nameOf(visitor);
  part('age').textContent = words.years(age);
  part('number').textContent = patient.identifier?.[0]?.value ?? '';
  part('postcode').textContent = area;
  part('alert').textContent = chart.allergies.map(({ code }) => code?.text ?? '').join('; ');
  part('problems').replaceChildren(...items(chart.problems.map(({ code }) => code)));
  part('medicines').replaceChildren(...items(chart.medicines.map((one) => one.medicationCodeableConcept)));
  part('measurements').replaceChildren(
    ...chart.measurements.map(({ code, valueString }) =>
      element('div', {}, [element('dt', {}, [code.text ?? '']), element('dd', {}, [valueString ?? ''])]),
    ),
  );
  part('entries').replaceChildren(
    ...chart.visits.map(({ period, reasonCode }) =>
      element('li', {}, [
        element('span', {}, [ago(period?.start ?? '', locale)]),
        element('span', {}, [reasonCode?.[0]?.text ?? '']),
      ]),
    ),
  );
}

/** "3 weeks ago", "Last week". */
function ago(day: string, locale: string): string {
  const days = Math.round((Date.now() - Date.parse(day)) / 86_400_000);
  const [count, unit] =
    days < 7
      ? [days, 'day' as const]
      : days < 60
        ? [Math.floor(days / 7), 'week' as const]
        : [Math.floor(days / 30), 'month' as const];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-count, unit);
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}
