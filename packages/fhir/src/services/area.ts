import type { Area } from '@everycontact/core';
import { openSource, readArea } from '@everycontact/directory/reading';
import type { Account } from './account.js';
import type { Pointed } from './pointed.js';

/** A code of the place's statistics office, or a number that says it is a municipality's; any other identifier is the publisher's own. */
const isAreaCode = (system: string | undefined, value: string): boolean =>
  /^[EWSN]\d{8}$/i.test(value) || /kommun|municipal/i.test(system ?? '');

/** Codes of areas stand among the identifiers of a place, postcodes in its address. */
export function areaOf(areas: readonly Pointed[], account: Account): Area {
  return readArea(
    areas.map(({ source, display }) => {
      const codes = (source?.list('identifier') ?? []).flatMap((identifier) => {
        const value = identifier.exact('value');
        return value !== undefined && isAreaCode(identifier.exact('system'), value) ? [value] : [];
      });
      const address = source?.record('address');
      const name = source?.line('name') ?? display;
      return openSource(
        {
          uri: codes.join(' '),
          extent: address?.line('postalCode') ?? '',
          name: name ?? address?.line('district', 'city', 'text') ?? '',
        },
        account.notes,
      );
    }),
  );
}
