import { expect, it } from 'vitest';
import { accessOf } from './access.js';

it.each([
  ['You can refer yourself.', { self: 'yes' }],
  ['Your GP can refer you, or you can refer yourself.', { self: 'yes', professional: 'yes' }],
  ['By referral only: ask your GP.', { self: 'no', professional: 'yes' }],
  ['Kræver henvisning fra din læge.', { self: 'no', professional: 'yes' }],
  ['Uden henvisning.', { self: 'yes' }],
  ['Make an appointment.', { appointment: 'yes' }],
  ['No appointment needed, just drop in.', { appointment: 'no', 'drop-in': 'yes' }],
  ['Uden tidsbestilling', { appointment: 'no', 'drop-in': 'yes' }],
  ['self; appointment', { self: 'yes', appointment: 'yes' }],
  ['Uden henvisning fra lægen.', { self: 'yes' }],
  ['Åben rådgivning', { 'drop-in': 'yes' }],
  ['Det går bra med egenremiss.', { self: 'yes' }],
  ['Utan remiss från vårdcentralen.', { self: 'yes' }],
  ['Remiss från din läkare.', { professional: 'yes' }],
  ['Endast via remiss.', { self: 'no', professional: 'yes' }],
  ['Boka tid', { appointment: 'yes' }],
  ['Öppet hus, utan tidsbokning', { appointment: 'no', 'drop-in': 'yes' }],
  ['We do not accept self-referrals.', { self: 'no' }],
  ['Self-referrals are not accepted. Your GP can refer you.', { self: 'no', professional: 'yes' }],
  ['You cannot refer yourself.', { self: 'no' }],
  ['You can’t self-refer', { self: 'no' }],
  ['You do not need to be referred and can refer yourself.', { self: 'yes' }],
  ['Ingen selvhenvendelse', { self: 'no' }],
  ['Vi tar inte emot egenremiss.', { self: 'no' }],
  ['Write to us', {}],
])('reads "%s"', (text, stated) => {
  expect(accessOf(text)).toEqual({
    self: 'unknown',
    professional: 'unknown',
    appointment: 'unknown',
    'drop-in': 'unknown',
    ...stated,
  });
});
