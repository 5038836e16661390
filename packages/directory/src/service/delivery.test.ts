import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { deliveryOf } from './delivery.js';

const nowhere = { toGo: false, virtual: false };

it('takes a place to go to as in person', () => {
  expect(deliveryOf('', 'Stop smoking', { toGo: true, virtual: false })).toEqual(['in-person']);
});
it('lets stated ways of attending decide, even where there is an office', () => {
  expect(deliveryOf('phone', '', { toGo: true, virtual: false })).toEqual(['phone']);
});
it('hears names, topics and schedules', () => {
  expect(deliveryOf('', 'Telephone helpline. Home visits', nowhere)).toEqual(['phone', 'home-visit']);
  expect(deliveryOf('', 'På plats, digitalt eller hembesök', nowhere)).toEqual(['in-person', 'online', 'home-visit']);
});
it('does not take "book online" in a description for an online service', () => {
  expect(oneService({ description: 'Book online or by phone.' }).service.delivery).toEqual([]);
});
