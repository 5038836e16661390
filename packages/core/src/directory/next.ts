import type { Service } from './service.js';

/** A whole list, with the names of the services that come next; one that names itself or nothing in the list names nobody. */
export function withNextNames(services: readonly Service[]): readonly Service[] {
  if (!services.some(({ next }) => next)) return services;
  const names = new Map(services.map(({ id, name }) => [id, name]));
  return services.map((service) => {
    const { id, next = [] } = service;
    const nextNames = next.flatMap((one) => (one === id ? [] : (names.get(one) ?? [])));
    return nextNames.length ? { ...service, nextNames } : service;
  });
}
