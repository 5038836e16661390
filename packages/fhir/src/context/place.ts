import type { Near } from '@everycontact/core';
import { recordAt, recordsAt, referenceTo, textAt, type Raw } from './elements.js';
import type { Person } from './person.js';
import postalCodes from './postal-codes.json';
import type { Stated } from './told.js';
import { daysOf } from './when.js';

const fact = 'near';
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
/** Not more than normally confidential. Every other label, known here or not, protects where somebody lives. */
const open = ['U', 'L', 'M', 'N'];

/**
 * How a place writes postal codes, in capitals: what is in brackets is as much of one as a service needs. `nowhere`: districts
 * that stand for no place, of people without a home, or whose address nobody knows.
 */
interface PostalCodes {
  readonly district: string;
  readonly nowhere?: string;
}
const ofPlaces = new Map<string, PostalCodes>(Object.entries(postalCodes));

/** The postal district of the home, never an address; none of somebody whose identity is protected. */
export function place(person: Person): readonly Stated[] {
  const { patient, pack, today } = person;
  if (!patient) return [{ fact, why: 'unknown', message: 'there is no Patient' }];
  if (isProtected(patient.raw)) return [{ fact, why: 'unknown', message: 'where the person lives is protected' }];
  const home = homeIn(patient.raw, today, pack.place.timeZone);
  const code = home && textAt(home, 'postalCode');
  if (code === undefined)
    return [{ fact, why: 'unknown', message: 'the Patient has no home address with a postal code' }];
  const reference = referenceTo(patient);
  const from = { path: 'address.postalCode', ...(reference !== undefined && { reference }) };
  const written = ofPlaces.get(pack.place.id);
  if (!written)
    return [{ fact, why: 'unknown', from, message: `how "${pack.place.id}" writes postal codes is not known here` }];
  const district = new RegExp(written.district).exec(code.toUpperCase())?.slice(1).join('');
  if (district === undefined)
    return [{ fact, why: 'unreadable', from, message: `not a postal code as "${pack.place.id}" writes them` }];
  if (written.nowhere !== undefined && new RegExp(written.nowhere).test(district))
    return [{ fact, why: 'unknown', from, message: 'the postal code stands for no place' }];
  return [{ fact, value: district, from }];
}

export const nearOf = (stated: Stated): Near | undefined =>
  stated.fact === fact && 'value' in stated ? { area: String(stated.value) } : undefined;

function isProtected(patient: Raw): boolean {
  const labels = recordsAt(recordAt(patient, 'meta') ?? {}, 'security');
  return labels.some(
    (label) => textAt(label, 'system') !== confidentiality || !open.includes(textAt(label, 'code') ?? ''),
  );
}

/** A home of today: not a former one, not one for letters, and a temporary one only where it is the only one. */
function homeIn(patient: Raw, today: string, timeZone: string): Raw | undefined {
  const homes = recordsAt(patient, 'address').filter((address) => {
    const period = recordAt(address, 'period');
    const days = (name: string) => daysOf((period && textAt(period, name)) ?? '', timeZone);
    const isPast = (days('end')?.to ?? today) < today;
    const isToCome = (days('start')?.from ?? today) > today;
    return (
      !['old', 'billing', 'work'].includes(textAt(address, 'use') ?? '') &&
      textAt(address, 'type') !== 'postal' &&
      !isPast &&
      !isToCome
    );
  });
  const by = (use: string) => homes.find((address) => textAt(address, 'use') === use);
  return by('home') ?? homes.find((address) => textAt(address, 'use') === undefined) ?? by('temp');
}
