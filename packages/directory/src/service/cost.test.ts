import { describe, expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { costOf } from './cost.js';

describe('costOf', () => {
  it.each([
    ['Free', 'free'],
    ['Gratis', 'free'],
    ['There is no charge', 'free'],
    ['£2 each time', 'paid'],
    ['30 kr. pr. gang', 'paid'],
    ['This is not free', 'paid'],
    ['Free under 18, otherwise £4', 'mixed'],
    ['Kostnadsfritt', 'free'],
    ['Avgiftsfritt', 'free'],
    ['Avgift 100 kr', 'paid'],
    ['Inte gratis', 'paid'],
    ['Ask us', 'unknown'],
  ])('reads "%s" as %s', (text, cost) => {
    expect(costOf(text)).toBe(cost);
  });
});

it.each([
  [[{ amount: 0 }], 'free'],
  [[{ amount: 5 }], 'paid'],
  [[{ amount: 0 }, { amount: '5.50' }], 'mixed'],
  [[], 'unknown'],
])('reads the prices %j as %s', (cost_options, cost) => {
  expect(oneService({ cost_options }).service.cost).toBe(cost);
});
it('leaves out a price that no longer holds and reads the words instead', () => {
  const { service, codes } = oneService({
    cost_options: [{ amount: 0, valid_to: '2022-12-31' }],
    fees_description: '£3',
  });
  expect(service.cost).toBe('paid');
  expect(codes).toEqual(['cost-outdated']);
});
