import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { whoOf } from './who.js';

it('says yes for whom a topic or the name names', () => {
  expect(whoOf('Swimming for women', ['Carers '])).toEqual({ women: 'yes', carers: 'yes' });
});
it.each([
  ['Women', { women: 'yes' }],
  ['For men', { men: 'yes' }],
  ['Gravide', { pregnant: 'yes' }],
  ['Staff', { staff: 'yes' }],
  ['Volunteers', { volunteers: 'yes' }],
  ['Anhöriga', { carers: 'yes' }],
])('takes the topic "%s" for whom it names', (topic, who) => {
  expect(whoOf('Walks', [topic])).toEqual(who);
});
it.each([
  ['For unpaid carers.', { carers: 'yes' }],
  ['For pårørende.', { carers: 'yes' }],
  ['If you are pregnant, come along.', { pregnant: 'yes' }],
  ['Ikke for gravide.', { pregnant: 'no' }],
])('hears whom the words name: %s', (text, who) => {
  expect(whoOf('Walks', [], '', text)).toEqual(who);
});
it('says yes for both where both are named', () => {
  for (const text of ['Support for women and men.', 'Hjælp for mænd og kvinder.', 'Stöd för kvinnor och män.'])
    expect(whoOf('Quit', [], '', text)).toEqual({ women: 'yes', men: 'yes' });
});
it('says no only where "only" is written, and never because of a description', () => {
  expect(whoOf('Swim hour (women only)', [])).toEqual({ women: 'yes', men: 'no' });
  expect(whoOf('Svømning kun for kvinder', [])).toEqual({ women: 'yes', men: 'no' });
  expect(whoOf('Swimming', [], '', 'There is a women-only hour on Sundays.')).toEqual({});
});
it.each(['Walking group (men only)', 'Kun for mænd', 'Endast män'])('closes "%s" to women', (name) => {
  expect(whoOf(name, [])).toEqual({ men: 'yes', women: 'no' });
});
it('shuts out people who are not pregnant only where name or topics say so', () => {
  expect(whoOf('Smokefree start (pregnant women only)', [])).toEqual({ pregnant: 'yes', notPregnant: 'no' });
  expect(whoOf('Rygestop', ['Kun gravide'])).toEqual({ pregnant: 'yes', notPregnant: 'no' });
  expect(whoOf('Quit', [], '', 'Also for pregnant women.')).toEqual({ pregnant: 'yes' });
});
it('hears that a service does not take pregnant people', () => {
  expect(whoOf('Weight loss', [], '', 'Not suitable if you are pregnant.')).toEqual({ pregnant: 'no' });
});
it.each(['Not for men.', 'This group is not suitable for men.', 'Ikke for mænd.', 'Inte lämpligt för män.'])(
  'takes no yes from a no: %s',
  (text) => {
    expect(whoOf('Walks', [], text)).toEqual({});
    expect(whoOf('Walks', [], `For women. ${text}`)).toEqual({ women: 'yes' });
  },
);
it.each(['Not only for women.', 'Ikke kun for kvinder', 'Inte bara för kvinnor'])(
  'closes nobody out by what is not only for others: %s',
  (text) => {
    expect(whoOf('Walks', [], text)).toEqual({ women: 'yes' });
    expect(whoOf(text, [])).toEqual({ women: 'yes' });
  },
);
it.each(['We cannot accept pregnant women.', 'Pregnant women are not seen here.', 'Unsuitable when pregnant'])(
  'never says that pregnant people are taken by a sentence that says otherwise: %s',
  (text) => {
    expect(whoOf('Weight loss', [], '', text)).toEqual({});
    expect(whoOf('Weight loss', [], '', `No referral is needed. For pregnant women. ${text}`)).toEqual({
      pregnant: 'yes',
    });
  },
);
it('closes a staff service to others', () => {
  expect(whoOf('Quit at work (staff only)', [])).toEqual({ staff: 'yes', others: 'no' });
});
it('says nothing where nothing is said', () => {
  expect(oneService({}).service.who).toEqual({});
});
it('hears Swedish as it hears Danish', () => {
  expect(whoOf('Simning (endast kvinnor)', ['Anhöriga'])).toEqual({ women: 'yes', men: 'no', carers: 'yes' });
  expect(whoOf('Sluta röka', ['Endast gravida'])).toEqual({ pregnant: 'yes', notPregnant: 'no' });
  expect(whoOf('Må bra', [], 'Bara för anställda.', 'Inte lämpligt för gravida.')).toEqual({
    staff: 'yes',
    others: 'no',
    pregnant: 'no',
  });
});
it.each(['need a voucher', 'Over 60s', 'adults'])(
  'tells of a cell of whom it takes that nobody understands: %s',
  (who) => {
    expect(oneService({ who }).codes).toEqual(['who-unclear']);
  },
);
it.each(['Anyone', 'women only', 'Carers; everybody'])('takes "%s" as it is meant, and tells nothing', (who) => {
  expect(oneService({ who }).codes).toEqual([]);
});
