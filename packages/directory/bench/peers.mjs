import { create, insertMultiple, search } from '@orama/orama';
import Flatbush from 'flatbush';
import { around as aroundBoxes } from 'geoflatbush';
import { around as aroundPoints } from 'geokdbush';
import KDBush from 'kdbush';
import MiniSearch from 'minisearch';

const RADIANS = Math.PI / 180;

/** Metres along the sphere, as every peer here measures them. */
export function haversine(a, b) {
  const up = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const round = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const half = up * up + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * round * round;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half));
}

/** What decides, once more as typed columns: what somebody would build who filters in a callback. */
export function columnsOf(services) {
  const placed = services.filter(({ locations }) => locations.length > 0);
  const words = new Map();
  const number = (word) => words.get(word) ?? (words.set(word, words.size + 1), words.size);
  const bytes = (value) => Uint8Array.from(placed, value);
  return {
    placed,
    words,
    latitude: Float64Array.from(placed, ({ locations }) => locations[0].latitude),
    longitude: Float64Array.from(placed, ({ locations }) => locations[0].longitude),
    need: bytes(({ needs }) => number(needs[0].need)),
    side: bytes(({ needs }) => (needs[1] ? number(needs[1].need) : 0)),
    language: bytes(({ languages }) => (languages[0] ? number(languages[0]) : 0)),
    other: bytes(({ languages }) => (languages[1] ? number(languages[1]) : 0)),
    least: bytes(({ minimumAge }) => minimumAge ?? 0),
    most: bytes(({ maximumAge }) => maximumAge ?? 255),
    self: bytes(({ access }) => (access.self === 'yes' ? 1 : 0)),
  };
}

/** The question as a filter over the columns. */
function filterOf(columns, { need, language, age, selfReferral }) {
  const { words, need: main, side, language: first, other, least, most, self } = columns;
  const [wanted, spoken] = [words.get(need), words.get(language)];
  return (i) =>
    (main[i] === wanted || side[i] === wanted) &&
    (language === undefined || first[i] === spoken || other[i] === spoken) &&
    (age === undefined || (least[i] <= age && age <= most[i])) &&
    (!selfReferral || self[i] === 1);
}

const fits = (service, { need, language, age, selfReferral }) =>
  service.needs.some((one) => one.need === need) &&
  (language === undefined || service.languages.includes(language)) &&
  (age === undefined || ((service.minimumAge ?? 0) <= age && age <= (service.maximumAge ?? Infinity))) &&
  (!selfReferral || service.access.self === 'yes');

/** Each peer: a name, and for a question what it does from one place: the ten nearest as places in `columns.placed`. */
export async function peersOf(columns) {
  const { placed, latitude, longitude } = columns;
  const point = (i) => ({ latitude: latitude[i], longitude: longitude[i] });
  const byDistance = (near, found) =>
    found
      .map((i) => [haversine(near, point(i)), i])
      .sort(([a], [b]) => a - b)
      .slice(0, 10)
      .map(([, i]) => i);
  const peers = [
    {
      name: 'array filter+sort',
      asks: (question) => (near) =>
        byDistance(
          near,
          placed.flatMap((service, i) => (fits(service, question) ? [i] : [])),
        ),
    },
    {
      name: 'typed-array scan',
      asks: (question) => {
        const filter = filterOf(columns, question);
        return (near) => scan(columns, filter, near);
      },
    },
    kdbush(columns),
    flatbush(columns),
  ];
  if (placed.length <= 100_000) peers.push(miniSearch(columns, byDistance), await orama(columns, byDistance));
  return peers;
}

/** One pass; the ten best kept in order, and no distance worked out for what lies too far north or south. */
function scan({ latitude, longitude }, filter, near) {
  const cosine = Math.cos(near.latitude * RADIANS);
  const found = [];
  const away = [];
  let worst = Infinity;
  for (let i = 0; i < latitude.length; i++) {
    if (!filter(i)) continue;
    const up = Math.sin(((latitude[i] - near.latitude) * RADIANS) / 2);
    if (up * up >= worst) continue;
    const round = Math.sin(((longitude[i] - near.longitude) * RADIANS) / 2);
    const half = up * up + cosine * Math.cos(latitude[i] * RADIANS) * round * round;
    if (half >= worst) continue;
    let at = found.length;
    while (at > 0 && away[at - 1] > half) at--;
    found.splice(at, 0, i);
    away.splice(at, 0, half);
    if (found.length > 10) found.length = away.length = 10;
    if (found.length === 10) worst = away[9];
  }
  return found;
}

function kdbush(columns) {
  const { latitude, longitude } = columns;
  const index = new KDBush(latitude.length);
  for (let i = 0; i < latitude.length; i++) index.add(longitude[i], latitude[i]);
  index.finish();
  return {
    name: 'kdbush + geokdbush',
    asks: (question) => {
      const filter = filterOf(columns, question);
      return (near) => aroundPoints(index, near.longitude, near.latitude, 10, Infinity, filter);
    },
  };
}

function flatbush(columns) {
  const { latitude, longitude } = columns;
  const index = new Flatbush(latitude.length);
  for (let i = 0; i < latitude.length; i++) index.add(longitude[i], latitude[i], longitude[i], latitude[i]);
  index.finish();
  return {
    name: 'flatbush + geoflatbush',
    asks: (question) => {
      const filter = filterOf(columns, question);
      return (near) => aroundBoxes(index, near.longitude, near.latitude, 10, Infinity, filter);
    },
  };
}

function miniSearch(columns, byDistance) {
  const index = new MiniSearch({ fields: ['words'], tokenize: (text) => text.split(' '), storeFields: [] });
  index.addAll(columns.placed.map(({ needs, languages }, id) => ({ id, words: wordsOf(needs, languages) })));
  return {
    name: 'MiniSearch',
    asks: (question) => {
      const filter = filterOf(columns, question);
      const text = [question.need, ...(question.language ? [question.language] : [])].join(' ');
      const options = { combineWith: 'AND', filter: ({ id }) => filter(id) };
      return (near) =>
        byDistance(
          near,
          index.search(text, options).map(({ id }) => id),
        );
    },
  };
}
const wordsOf = (needs, languages) => [...needs.map(({ need }) => need), ...languages].join(' ');

async function orama(columns, byDistance) {
  const index = create({
    schema: {
      needs: 'enum[]',
      languages: 'enum[]',
      least: 'number',
      most: 'number',
      self: 'boolean',
      point: 'geopoint',
    },
  });
  await insertMultiple(
    index,
    columns.placed.map(({ needs, languages, minimumAge = 0, maximumAge = 255, access, locations: [place] }, i) => ({
      id: String(i),
      needs: needs.map(({ need }) => need),
      languages,
      least: minimumAge,
      most: maximumAge,
      self: access.self === 'yes',
      point: { lat: place.latitude, lon: place.longitude },
    })),
    5_000,
  );
  return {
    name: 'Orama',
    // It gives all in a radius: one that holds ten is found by widening.
    asks:
      ({ need, language, age, selfReferral }) =>
      (near) => {
        for (let kilometres = 4; ; kilometres *= 4) {
          const { hits } = search(index, {
            term: '',
            limit: columns.placed.length,
            where: {
              needs: { containsAll: [need] },
              ...(language && { languages: { containsAll: [language] } }),
              ...(age !== undefined && { least: { lte: age }, most: { gte: age } }),
              ...(selfReferral && { self: true }),
              point: {
                radius: {
                  coordinates: { lat: near.latitude, lon: near.longitude },
                  value: kilometres,
                  unit: 'km',
                  inside: true,
                },
              },
            },
          });
          if (hits.length >= 10 || kilometres > 2_000)
            return byDistance(
              near,
              hits.map(({ id }) => Number(id)),
            );
        }
      },
  };
}
