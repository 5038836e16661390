import type { ContactRecord, EveryContactError } from '@everycontact/core';
import { aRecord } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { codedExtras } from './coded-extras.js';

const record = aRecord({
  place: 'sweden',
  locale: 'sv-SE',
  outcome: 'referred',
  signposts: [
    {
      need: 'stop-smoking',
      because: '',
      services: [],
      chosen: [
        { service: 'line', name: 'Linjen', how: 'referred' },
        { service: 'hub', name: 'Hub', how: 'told' },
      ],
    },
  ],
});
const registered = { registered: true };
const codes = (changes: Partial<ContactRecord>, who: { registered?: boolean } = registered) =>
  codedExtras({ ...record, ...changes }, who).map(({ on, code }) => `${on} ${code}`);

describe('Sweden', () => {
  it('has KVÅ for simple advice by registered staff, with its register and its words', () => {
    expect(codedExtras(record, registered)).toEqual([
      {
        recordId: record.recordId,
        at: record.endedAt,
        on: 'contact',
        service: '',
        jurisdiction: 'sweden',
        system: 'urn:oid:1.2.752.116.1.3.2.1.4',
        code: 'DV111',
        display: 'Enkla råd om tobaksbruk',
      },
    ]);
  });
  it.each([
    ['alcohol', 'DV121'],
    ['physical-activity', 'DV131'],
    ['diet', 'DV141'],
  ])('has a code for %s', (behaviour, code) => {
    expect(codes({ behaviour, method: 'very-brief' })).toEqual([`contact ${code}`]);
  });
  it.each(['weight', 'mental-wellbeing'])('has none for %s', (behaviour) => {
    expect(codes({ behaviour, method: 'very-brief' })).toEqual([]);
  });
  it('has none where the worker is not registered, nothing was advised, or the level is not confirmed', () => {
    expect(codes({}, {})).toEqual([]);
    expect(codes({ reached: { asked: true, advised: false, offered: false } })).toEqual([]);
    expect(codes({ method: 'brief' })).toEqual([]);
    expect(codedExtras({ ...record, method: 'brief' }, registered, { marks: ['to-confirm'] })).toMatchObject([
      { code: 'DV112' },
    ]);
  });
  it('says nothing of a contact that ended in urgent help, and refuses one of staff', () => {
    expect(codes({ outcome: 'urgent-help-shown' })).toEqual([]);
    const code = (() => {
      try {
        codes({ setting: 'staff' });
      } catch (error) {
        return (error as EveryContactError).code;
      }
      return 'none';
    })();
    expect(code).toBe('export-staff');
  });
});

describe('Denmark', () => {
  it('has FSIII on each referral and none on the contact, whoever led it', () => {
    expect(codes({ place: 'denmark' }, {})).toEqual([
      'referral 1a34ed6c-083b-451f-b8c8-137f99126b0c',
      'referral 6d24992e-e0a2-43e7-bc27-0234622a8655',
    ]);
  });
  it('has none for a service that was told of or sent, for that is no referral', () => {
    const [need] = record.signposts;
    const chosen = (how: 'told' | 'sent' | 'referred', service: string) => ({ service, name: 'Kvitcenter', how });
    const signposts = [{ ...need!, chosen: [chosen('told', 'a'), chosen('sent', 'b'), chosen('referred', 'c')] }];
    const extras = codedExtras({ ...record, place: 'denmark', signposts }, {});
    expect(extras.map(({ service }) => service)).toEqual(['c', 'c']);
  });
  it('has a reason and no intervention for weight', () => {
    expect(codes({ place: 'denmark', behaviour: 'weight' })).toEqual(['referral febbd20d-f5ff-41e7-bf12-dfa0700678e0']);
  });
});

it('England has no such list', () => {
  expect(codes({ place: 'england' })).toEqual([]);
});
