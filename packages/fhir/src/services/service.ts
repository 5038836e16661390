import type { Service } from '@everycontact/core';
import type { FormatGiven } from '@everycontact/directory';
import {
  deliveryOf,
  firstSentence,
  languageTag,
  needsOf,
  openSource,
  readDay,
  whoOf,
  type Source,
} from '@everycontact/directory/reading';
import { readAccess, readCost } from './access.js';
import type { Account } from './account.js';
import { areaOf } from './area.js';
import { conceptOf, conceptsOf } from './concept.js';
import { ownNote } from './findings.js';
import { readHours } from './hours.js';
import { readPlace } from './places.js';
import { follow, type Pointed } from './pointed.js';
import type { References } from './references.js';
import type { Resource } from './resource.js';
import { placesInUse } from './state.js';
import { readTelecom } from './telecom.js';

/**
 * One HealthcareService with its places, areas and organisation as our service (R4; table in the README). Ages are never
 * read out of eligibility, which is words: they are shown. Everything changed, doubted or left behind goes to the account.
 */
export function toService(
  resource: Resource,
  id: string,
  among: References,
  given: FormatGiven,
  account: Account,
): Service {
  const { notes } = account;
  const { contained: _, ...raw } = resource.raw;
  const source = openSource(raw, notes);
  source.exact('resourceType', 'implicitRules');
  const pointed = (name: string, type: string): readonly Pointed[] =>
    source.list(name).map((one) => follow(one, type, resource, among, account));

  const name = source.line('name') ?? '';
  const [provider] = pointed('providedBy', 'Organization');
  if (Array.isArray(raw.providedBy))
    account.own(ownNote('list-for-one', 'providedBy', `a list of ${raw.providedBy.length}`));
  const organization = { name: provider?.source?.line('name') ?? provider?.display ?? '', id: provider?.id };
  if (organization.name === '') notes.repaired('organization-missing', 'providedBy', undefined);

  const characteristics = conceptsOf(source, 'characteristic').flatMap(({ names }) => names);
  const everywhere = pointed('location', 'Location').filter(
    (place) => place.source !== undefined || place.display !== undefined,
  );
  const { places, state } = placesInUse(source, everywhere, account);
  const locations = places.map(({ source: place, id: placeId, display }, at) =>
    readPlace(
      place ?? openSource({ name: display ?? '' }, notes),
      placeId ?? `place-${at + 1}`,
      characteristics.join('. '),
      notes,
    ),
  );

  const areas = pointed('coverageArea', 'Location');

  const comment = source.text('comment');
  const details = source.text('extraDetails');
  const eligibility = source.list('eligibility').flatMap((one) => {
    const code = one.record('code');
    return [...(code === undefined ? [] : conceptOf(code).names), one.text('comment') ?? ''].filter(
      (said) => said !== '',
    );
  });
  const summary = firstSentence(comment ?? details ?? '') || undefined;
  const text = [...new Set([comment, details, ...eligibility])].filter((part) => part !== undefined).join('\n');

  const terms = ['category', 'type', 'specialty', 'program']
    .flatMap((field) => conceptsOf(source, field))
    .map(({ names, codes, tokens }) => ({ names, ids: [...tokens, ...codes] }));
  const termNames = terms.flatMap(({ names }) => names);
  const { needs, unmapped } = needsOf(given.topics, terms, [name, summary].join('. '));
  for (const { need, how, by } of needs)
    if (how === 'wording') notes.repaired('need-by-wording', 'name', by, `"${need}"`);
  if (needs.length === 0) notes.repaired('need-missing', 'type', unmapped.join(', ') || undefined);
  for (const term of unmapped) notes.notCarried(`type "${term.slice(0, 60)}" (no need)`);

  const placeSources = places.flatMap((place) => place.source ?? []);
  const { hours, timetable, closures, hoursText, warnings } = readHours(source, placeSources, given.today, account);
  const exceptions = [source, ...placeSources].flatMap((one) => one.text('availabilityExceptions') ?? []);
  const { phone, email, url } = readTelecom(
    [source, ...placeSources, ...(provider?.source ? [provider.source] : [])],
    given.today,
    notes,
  );
  notes.repaired('assured-missing', 'assuredOn', undefined);
  const meta = source.record('meta');

  const service: { [K in keyof Service]?: Service[K] | undefined } = {
    id,
    name,
    summary,
    text: text === '' || text === summary ? undefined : text,
    state,
    organization: { name: organization.name, ...(organization.id === undefined ? {} : { id: organization.id }) },
    needs: needs.map(({ need, how }) => ({ need, how })),
    delivery: deliveryOf(characteristics.join('. '), [name, ...termNames].join('. '), {
      toGo: locations.length > 0,
      virtual: false,
    }),
    locations,
    area: areaOf(areas, account),
    who: whoOf(name, [...termNames, ...characteristics, ...eligibility], eligibility.join('. '), comment),
    languages: readLanguages(source, account),
    interpreter: 'unknown',
    cost: readCost(source),
    access: readAccess(source, characteristics),
    hours,
    timetable,
    closures,
    hoursText,
    phone,
    email,
    url,
    alert: exceptions.length === 0 ? undefined : [...new Set(exceptions)].join('\n'),
    changedOn: meta && readDay(meta, 'lastUpdated', notes),
    provenance: given.provenance,
    warnings: ['assured-missing', ...(organization.name === '' ? ['organization-missing'] : []), ...warnings],
  };
  source.close();
  for (const one of [...everywhere, ...areas, provider]) one?.source?.close();
  return Object.fromEntries(Object.entries(service).filter(([, value]) => value !== undefined)) as unknown as Service;
}

/** Languages the service itself is given in. */
function readLanguages(source: Source, { notes }: Account): Service['languages'] {
  const found = conceptsOf(source, 'communication').flatMap(({ codes, names }) => {
    const tag = [...codes, ...names].map(languageTag).find((one) => one !== undefined);
    if (tag === undefined) notes.repaired('language-unknown', 'communication', names[0]);
    return tag === undefined ? [] : [tag];
  });
  return [...new Set(found)];
}
