import { describe, expect, it } from 'vitest';
import { aQuery, aService } from '../testing/directory-contract.js';
import type { DirectoryQuery } from './directory.js';
import { testDirectory } from '../testing/directory-contract.js';
import { match } from './match.js';
import { memoryDirectory } from './memory.js';
import type { Service } from './service.js';

const asOf = '2026-11-21T06:00:00.000Z';
const answer = (services: readonly Service[], over: Partial<DirectoryQuery> = {}) =>
  match(services, aQuery(over), asOf);
const order = (services: readonly Service[], over: Partial<DirectoryQuery> = {}) =>
  answer(services, over).matches.map(({ service }) => service);
const reasonsOf = (service: Service, over: Partial<DirectoryQuery> = {}) => [
  ...(answer([service], over).matches[0]?.reasons ?? []),
  ...answer([service], over).excluded.map(({ by }) => by),
];

describe('memoryDirectory', () => testDirectory(it, (services, at) => memoryDirectory(services, at)));

describe('eligibility', () => {
  it('knows an age band as an interval: inside is yes, outside is no, across the edge is to be checked', () => {
    const adults = aService({ id: 'adults', minimumAge: 18 });
    const age = (band: string) =>
      reasonsOf(adults, { facts: { 'context.ageBand': band } }).find(({ code }) => code === 'age')?.truth;
    expect([age('18-24'), age('0-17'), age('12-25')]).toEqual([true, false, 'unknown']);
  });

  it('rules out by pregnancy only what says so', () => {
    const midwives = aService({ id: 'midwives', who: { notPregnant: 'no' } });
    expect(answer([midwives], { facts: { 'context.pregnant': false } }).excluded[0]?.by).toEqual({
      code: 'pregnancy',
      truth: false,
    });
    expect(order([midwives], { facts: { 'context.pregnant': true } })).toEqual(['midwives']);
    expect(answer([midwives]).matches[0]?.eligible).toBe('possible');
    expect(order([aService({ id: 'any' })], { facts: { 'context.pregnant': true } })).toEqual(['any']);
  });

  it('says which area a service is for, and rules out only a known other one', () => {
    const north = aService({ id: 'north', area: { kind: 'prefixes', codes: ['ZX1'] } });
    expect(reasonsOf(north).find(({ code }) => code === 'area')?.truth).toBe('unknown');
    expect(order([north], { occasion: { setting: 'patient', near: { area: 'zx1' } } })).toEqual(['north']);
    expect(answer([north], { occasion: { setting: 'patient', near: { area: 'ZX2' } } }).excluded[0]?.by.code).toBe(
      'area',
    );
  });

  it('never rules out for a language: nobody is left with an empty page', () => {
    const quiet = aService({ id: 'quiet', languages: ['en'] });
    expect(
      reasonsOf(quiet, { facts: { 'context.language': 'ti' } }).find(({ code }) => code === 'language')?.truth,
    ).toBe('unknown');
  });

  it('asks to check the route where only a professional may refer and this worker may not', () => {
    const clinic = aService({
      id: 'clinic',
      access: { self: 'no', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    });
    const route = (mayRefer: boolean) =>
      reasonsOf(clinic, { occasion: { setting: 'patient', mayRefer } }).find(({ code }) => code === 'route');
    expect([route(true), route(false)]).toEqual([
      { code: 'route', truth: true, with: { referral: true } },
      { code: 'route', truth: 'unknown' },
    ]);
  });

  it('speaks of no referral where anybody may come, whatever else is open to them', () => {
    const open = aService({
      id: 'open',
      access: { self: 'yes', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    });
    const [route] = reasonsOf(open, { occasion: { setting: 'patient', mayRefer: true } }).filter(
      ({ code }) => code === 'route',
    );
    expect(route).toEqual({ code: 'route', truth: true });
  });

  it('takes no notice of a capacity older than a fortnight', () => {
    const full = (asOfDay: string) => reasonsOf(aService({ id: 'full', capacity: { state: 'full', asOf: asOfDay } }));
    expect(full('2026-11-20').some(({ code }) => code === 'capacity')).toBe(true);
    expect(full('2026-10-20').some(({ code }) => code === 'capacity')).toBe(false);
  });

  it('asks for a service without charge only where that is told, and never takes unknown for paid', () => {
    const facts = { 'context.mustBeFree': true } as const;
    const free = (cost: Service['cost']) =>
      reasonsOf(aService({ id: cost, cost }), { facts }).find(({ code }) => code === 'free')?.truth;
    expect([free('free'), free('mixed'), free('unknown'), free('paid')]).toEqual([true, 'unknown', 'unknown', false]);
    expect(order([aService({ id: 'paid', cost: 'paid' })])).toEqual(['paid']);
  });

  it('asks for a way in without steps only where that is told and somebody has to go there', () => {
    const facts = { 'context.stepFree': true } as const;
    const found = (...stated: ('yes' | 'no' | 'unknown')[]) =>
      reasonsOf(aService({ id: 'place', locations: stated.map((stepFree, i) => ({ id: `${i}`, stepFree })) }), {
        facts,
      }).find(({ code }) => code === 'step-free')?.truth;
    expect([found('no', 'yes'), found('no', 'unknown'), found(), found('no')]).toEqual([
      true,
      'unknown',
      'unknown',
      false,
    ]);
    const line = aService({ id: 'line', delivery: ['phone'], locations: [{ id: 'office', stepFree: 'no' }] });
    expect(order([line], { facts })).toEqual(['line']);
    const visitor = aService({
      id: 'visitor',
      delivery: ['home-visit'],
      locations: [{ id: 'office', stepFree: 'no' }],
    });
    expect(answer([visitor], { facts }).matches[0]?.eligible).toBe('eligible');
  });

  it('keeps volunteers apart from staff', () => {
    const staffOnly = aService({ id: 'staff', who: { staff: 'yes', others: 'no' } });
    const occasion = { setting: 'staff' } as const;
    const volunteer = { occasion, facts: { 'context.role': 'volunteer' } } as const;
    expect(answer([staffOnly], { occasion }).matches[0]?.eligible).toBe('eligible');
    expect(answer([staffOnly], volunteer).matches[0]?.eligible).toBe('possible');
    expect(answer([aService({ id: 'paid', who: { volunteers: 'no' } })], volunteer).excluded[0]?.by.code).toBe(
      'volunteers',
    );
    expect(answer([staffOnly]).excluded[0]?.by.code).toBe('staff');
  });

  it('has pregnancy checked where a service does not take the pregnant and nobody told', () => {
    const not = aService({ id: 'not', who: { pregnant: 'no' } });
    const found = (facts: DirectoryQuery['facts']) =>
      reasonsOf(not, { facts }).find(({ code }) => code === 'pregnancy')?.truth;
    expect([{}, { 'context.pregnant': true }, { 'context.pregnant': false }].map(found)).toEqual([
      'unknown',
      false,
      undefined,
    ]);
  });

  it('says which language a service speaks that is not the one on the screen, also where none was asked for', () => {
    const told = (languages: string[], facts = {}) =>
      reasonsOf(aService({ id: 'one', languages }), { facts }).flatMap(({ code, truth, with: said }) =>
        code === 'language' ? [[truth, said?.['language']]] : [],
      );
    expect(told(['pl', 'uk'])).toEqual([[true, 'pl']]);
    expect(told(['pl', 'en-GB'])).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told(['pl'], { 'context.language': 'pl' })).toEqual([[true, 'pl']]);
  });
  it('says the language is spoken, interpreted or to be checked, each by its own reason', () => {
    const found = (service: Partial<Service>) =>
      reasonsOf(aService({ id: 'one', ...service }), { facts: { 'context.language': 'pt-BR' } }).flatMap(
        ({ code, truth }) => (['language', 'interpreter'].includes(code) ? [[code, truth]] : []),
      );
    expect(found({ languages: ['pt'], interpreter: 'yes' })).toEqual([['language', true]]);
    expect(found({ languages: ['en'], interpreter: 'yes' })).toEqual([['interpreter', true]]);
    expect(found({ languages: ['pth'], interpreter: 'no' })).toEqual([['language', false]]);
    expect(found({ interpreter: 'no' })).toEqual([['language', 'unknown']]);
  });

  it('leaves out what is closed and says so', () => {
    expect(answer([aService({ id: 'gone', state: 'closed' })]).excluded[0]?.by.code).toBe('state');
  });
});

describe('ranking', () => {
  const near = { latitude: 51, longitude: -1 };
  const here = (id: string, latitude: number, more: Partial<Service> = {}) =>
    aService({ id, locations: [{ id: 'place', latitude, longitude: -1, stepFree: 'unknown' }], ...more });
  const occasion = { setting: 'patient', near } as const;

  it('puts the eligible before the possible, however near those are', () => {
    expect(order([here('possible', 51.001, { minimumAge: 18 }), here('eligible', 51.05)], { occasion })).toEqual([
      'eligible',
      'possible',
    ]);
  });

  it('puts the eligible before the possible, even where only the possible has this as its main topic', () => {
    const possible = aService({ id: 'possible', minimumAge: 18, needs: [{ need: 'stop-smoking', how: 'main' }] });
    const eligible = aService({ id: 'eligible', needs: [{ need: 'stop-smoking', how: 'wording' }] });
    expect(order([possible, eligible])).toEqual(['eligible', 'possible']);
  });

  it('puts the main topic before a side topic before a word in the text', () => {
    const of = (how: 'main' | 'side' | 'wording') => aService({ id: how, needs: [{ need: 'stop-smoking', how }] });
    expect(order([of('wording'), of('side'), of('main')])).toEqual(['main', 'side', 'wording']);
  });

  it('puts a paused service last but shows it', () => {
    expect(order([aService({ id: 'a', state: 'paused' }), aService({ id: 'b' })])).toEqual(['b', 'a']);
  });

  it('puts the nearer band first, and within a band the free one', () => {
    expect(order([here('far', 51.2), here('near', 51.005)], { occasion })).toEqual(['near', 'far']);
    expect(
      order([here('paid', 51.001, { cost: 'paid' }), here('free', 51.004, { cost: 'free' })], { occasion }),
    ).toEqual(['free', 'paid']);
  });

  it('ranks what was assured within a year before what was not', () => {
    expect(
      order([aService({ id: 'a', assuredOn: '2020-01-01' }), aService({ id: 'b', assuredOn: '2026-06-01' })]),
    ).toEqual(['b', 'a']);
  });

  it('keeps one service by phone or online among the first five', () => {
    const places = Array.from({ length: 8 }, (_, i) =>
      here(`p${i}`, 51.0001, { cost: 'free', assuredOn: '2026-06-01' }),
    );
    const line = aService({ id: 'line', delivery: ['phone'], cost: 'paid' });
    expect(order([...places, line], { occasion })).toEqual(['p0', 'p1', 'p2', 'p3', 'line']);
  });

  it('ranks open now before tomorrow before next week before later before not known', () => {
    const weekly = (id: string, day: 1 | 5 | 7, opens: string) =>
      aService({ id, hours: [{ day, opens, closes: '23:00' }] });
    const later = aService({ id: 'a-later', timetable: [{ opens: '09:00', closes: '10:00', daysOfMonth: [15] }] });
    const services = [
      aService({ id: 'a-unknown' }),
      later,
      weekly('b-friday', 5, '09:00'),
      weekly('c-tomorrow', 1, '09:00'),
      weekly('d-now', 7, '09:00'),
    ];
    expect(order(services)).toEqual(['d-now', 'c-tomorrow', 'b-friday', 'a-later', 'a-unknown']);
    const hoursOf = (id: string) =>
      answer(services)
        .matches.find(({ service }) => service === id)
        ?.reasons.filter(({ code }) => /open/.test(code));
    expect(hoursOf('d-now')).toEqual([{ code: 'open-until', truth: true, with: { time: '23:00' } }]);
    const [tomorrow] = hoursOf('c-tomorrow') ?? [];
    expect(tomorrow).toEqual({ code: 'opens', truth: true, with: { day: '2026-11-23', inDays: 1, time: '09:00' } });
  });

  it('ranks room before a waiting list before nothing told before full', () => {
    const asOf = '2026-11-20';
    const of = (state: 'open' | 'waiting-list' | 'full') => aService({ id: state, capacity: { state, asOf } });
    expect(order([of('full'), aService({ id: 'untold' }), of('waiting-list'), of('open')])).toEqual([
      'open',
      'waiting-list',
      'untold',
      'full',
    ]);
  });

  it('puts what the local team put first before the nearer one of equals, and says so', () => {
    const services = [here('near', 51.001), here('pinned', 51.005, { pinned: true })];
    expect(order(services, { occasion })).toEqual(['pinned', 'near']);
    expect(answer(services, { occasion }).matches[0]?.reasons[0]?.code).toBe('pinned');
    expect(order([here('pinned', 51.2, { pinned: true }), here('near', 51.001)], { occasion })).toEqual([
      'near',
      'pinned',
    ]);
  });

  it('takes by phone for near only inside the area, or where no place tells otherwise', () => {
    const away = here('away', 53, { delivery: ['in-person', 'phone'] });
    const local = here('local', 51.01);
    expect(order([away, local], { occasion })).toEqual(['local', 'away']);
    const national = { ...away, area: { kind: 'national' } } as const;
    expect(order([national, local], { occasion })).toEqual(['away', 'local']);
    const forHere = { ...away, area: { kind: 'prefixes', codes: ['ZX1'] } } as const;
    const living = (area: string) => ({ setting: 'patient', near: { ...near, area } }) as const;
    expect(order([forHere, local], { occasion: living('ZX1') })).toEqual(['away', 'local']);
  });

  it('tells a distance as about where it is measured from the middle of an area', () => {
    const [found] = answer([here('there', 51.1)], {
      occasion: { setting: 'patient', near: { ...near, about: true } },
    }).matches;
    expect(found?.about).toBe(true);
    expect(found?.reasons.find(({ code }) => code === 'distance')?.truth).toBe('unknown');
    expect(found?.eligible).toBe('eligible');
  });

  it('shows the nearest place of a service that has several', () => {
    const services = [
      aService({
        id: 'two',
        locations: [
          { id: 'far', address: 'Far Street', latitude: 52, longitude: -1, stepFree: 'unknown' },
          { id: 'near', address: 'Near Street', latitude: 51.01, longitude: -1, stepFree: 'unknown' },
        ],
      }),
    ];
    expect(answer(services, { occasion }).matches[0]?.address).toBe('Near Street');
  });

  it('shows the first by name of places that are equally near, and the first that is told where none is known', () => {
    const place = (id: string, latitude?: number) => ({
      id,
      address: `${id} Street`,
      ...(latitude !== undefined && { latitude, longitude: -1 }),
      stepFree: 'unknown' as const,
    });
    const shown = (...locations: Service['locations']) =>
      answer([aService({ id: 'two', locations })], { occasion }).matches[0]?.address;
    expect(shown(place('Mill', 51.01), place('Elm', 51.01))).toBe('Elm Street');
    expect(shown(place('Elm', 51.01), place('Mill', 51.01))).toBe('Elm Street');
    expect(shown(place('Mill'), place('Elm'))).toBe('Mill Street');
    expect(shown(place('Mill'), place('Elm', 51.01))).toBe('Elm Street');
  });

  it('says of a service what the directory says, word for word', () => {
    const told = {
      summary: 'For people who want to dig.',
      phone: '01632 960 003',
      email: 'club@example.org',
      url: 'https://example.org/club',
      hoursText: 'By appointment',
      howTo: 'Come along',
      alert: 'Closed in August',
      assuredOn: '2026-11-01',
      cost: 'free',
    } as const;
    expect(answer([aService({ id: 'club', ...told })]).matches[0]).toMatchObject(told);
    const plain = answer([aService({ id: 'club' })]).matches[0]!;
    expect(Object.keys(told).filter((field) => field in plain)).toEqual(['cost']);
  });

  it('lists the first five that are not for this person, in the order in which they would have stood', () => {
    const services = Array.from({ length: 7 }, (_, i) => here(`p${i}`, 51.07 - i / 100, { maximumAge: 17 }));
    const query = { occasion, facts: { 'context.age': 41 } } as const;
    expect(answer(services, query).excluded.map(({ service }) => service)).toEqual(['p6', 'p5', 'p4', 'p3', 'p2']);
    expect(answer(services, { ...query, excluded: 7 }).excluded).toHaveLength(7);
    expect(answer(services, { ...query, excluded: 0 }).excluded).toHaveLength(0);
  });

  it('relaxes for an empty answer the criterion that alone keeps the first one out, and counts those it does', () => {
    const services = [
      here('near', 51.001, { maximumAge: 17, cost: 'free' }),
      here('both', 51.0005, { maximumAge: 17, who: { men: 'no' }, cost: 'free' }),
      ...['a', 'b'].map((id) => here(id, 51.05, { cost: 'paid' })),
    ];
    const facts = { 'context.age': 41, 'context.gender': 'man', 'context.mustBeFree': true } as const;
    expect(answer(services, { occasion, facts }).relax).toEqual({
      code: 'age',
      would: 1,
      reason: { code: 'age', truth: false, with: { max: 17 } },
    });
    expect(answer([...services, aService({ id: 'fits', cost: 'free' })], { occasion, facts }).relax).toBe(undefined);
  });

  it('moves up no service by phone that may not fit', () => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => here(id, 51.0001));
    const line = aService({ id: 'line', delivery: ['phone'], minimumAge: 18 });
    expect(order([...places, line], { occasion })).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(order([...places, line], { occasion, facts: { 'context.age': 41 } })).toContain('line');
  });

  it('relaxes nothing that is closed', () => {
    const services = [
      aService({ id: 'a', maximumAge: 17 }),
      aService({ id: 'b', maximumAge: 20 }),
      aService({ id: 'c', state: 'closed' }),
    ];
    expect(answer(services, { facts: { 'context.age': 41 } }).relax).toMatchObject({ code: 'age', would: 2 });
  });

  it('measures about eleven kilometres for a tenth of a degree north', () => {
    expect(answer([here('there', 51.1)], { occasion }).matches[0]?.metres).toBe(11119);
  });
});

describe('what stands beside a service', () => {
  it('is what comes next, by name, where the list has it', async () => {
    const course = aService({ id: 'course', next: ['walk', 'gone', 'course'] });
    const walk = aService({ id: 'walk', name: 'Walking group', needs: [] });
    const { matches } = await memoryDirectory([course, walk], asOf).find(aQuery());
    expect(matches.map(({ service, next }) => [service, next])).toEqual([['course', ['Walking group']]]);
  });

  it('is whom its feed asks to name, once, and nobody for what is not shown', () => {
    const from = (id: string, attribution?: string, licence?: string) =>
      aService({
        id,
        provenance: { feed: 'f', fetchedAt: asOf, ...(attribution && { attribution }), ...(licence && { licence }) },
      });
    const services = [from('a', 'Wexmarsh Council', 'OGL 3.0'), from('b', 'Wexmarsh Council', 'OGL 3.0'), from('c')];
    expect(answer(services).credits).toEqual(['Wexmarsh Council, OGL 3.0']);
    expect(answer([from('c')])).not.toHaveProperty('credits');
    expect(answer([{ ...from('a', 'Wexmarsh Council'), state: 'closed' }])).not.toHaveProperty('credits');
  });
});
