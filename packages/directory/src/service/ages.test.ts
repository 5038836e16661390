import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';

const ages = (fields: object) => {
  const { service, codes } = oneService(fields);
  return [service.minimumAge, service.maximumAge, ...codes];
};

it('keeps ages, part years and figures in quotes included', () => {
  expect(ages({ minimum_age: 2.5, maximum_age: '17' })).toEqual([2.5, 17]);
});
it('takes 0 as youngest and 120 or more as oldest for no limit', () => {
  expect(ages({ minimum_age: 0, maximum_age: 120 })).toEqual([undefined, undefined, 'age-no-limit', 'age-no-limit']);
  expect(ages({ maximum_age: 999 })).toEqual([undefined, undefined, 'age-no-limit']);
});
it('leaves out what cannot be an age', () => {
  expect(ages({ minimum_age: -3, maximum_age: 0 })).toEqual([undefined, undefined, 'age-dropped', 'age-dropped']);
  expect(ages({ minimum_age: 'adults' })).toEqual([undefined, undefined, 'not-a-number']);
});
it('leaves out both where the youngest is above the oldest', () => {
  expect(ages({ minimum_age: 65, maximum_age: 18 })).toEqual([undefined, undefined, 'ages-crossed']);
});
it('reads the eligibility of Open Referral UK 1.0', () => {
  expect(ages({ eligibilitys: [{ minimum_age: 16, maximum_age: 25 }] })).toEqual([16, 25]);
});
it.each([
  ['18+', 18, undefined],
  ['11-17', 11, 17],
  ['Aged 11 to 17 years', 11, 17],
  ['18 and over', 18, undefined],
  ['Over 60s', 60, undefined],
  ['under 25s', undefined, 24],
  ['0–17', undefined, 17],
  ['Up to 17', undefined, 17],
  ['Op til 17 år', undefined, 17],
  ['upp till 17', undefined, 17],
  ['All ages', undefined, undefined],
  ['Fra 18 år', 18, undefined],
  ['65 år och uppåt', 65, undefined],
])('reads the ages of a cell: %s', (cell, from, to) => {
  expect(ages({ ages: cell })).toEqual([from, to]);
});
it.each(['18-', 'adults', 'over 18', 'school years 7-11', 'no 12'])(
  'leaves out a cell that it does not understand: %s',
  (cell) => {
    expect(ages({ ages: cell })).toEqual([undefined, undefined, 'ages-unclear']);
  },
);
it('reads a cell only where no column of its own says the same', () => {
  expect(ages({ ages: '18+', minimum_age: 16 })).toEqual([16, undefined]);
});
it('reads no age out of prose', () => {
  expect(ages({ eligibility_description: 'For people aged 12 and over' })).toEqual([undefined, undefined]);
});
