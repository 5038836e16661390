// Puts the JSON that people write together into one pack. A folder under packs/ is a pack and a folder under behaviours/
// is a behaviour: the folder is the registration. Graphs, flags and rules stand once; words, numbers and helplines per place.

export { canonical, withDigest } from './digest.mjs';
export { contentFolder, filesIn } from './files.mjs';

/**
 * One pack, whole, and where each part of it was written.
 *
 * @param {import('./compose.mjs').Files} files
 * @param {string} place the folder under packs/
 * @returns {import('./compose.mjs').Composed}
 * @throws {Error} naming the file: not JSON, a text or an id written twice, a place fact that is missing
 */
export function composePack(files, place) {
  const folder = `packs/${place}`;
  const read = reader(files);
  const { place: here, locales, audiences, variants, helpAtHand, needs, ...rest } = read.needed(`${folder}/pack.json`);
  const behaviours = behavioursOf(files, folder);
  const own = behaviours.map((id) => `${folder}/behaviours/${id}`);
  const shared = behaviours.map((id) => `behaviours/${id}`);
  const parts = partsOf(read);

  parts.put('place.facts', `${folder}/pack.json`, here.facts, ['place', 'facts']);
  for (const at of own) parts.file('place.facts', `${at}/facts.json`);
  for (const at of ['.', ...shared]) parts.file('context', join(at, 'context.json'));
  for (const [index, id] of behaviours.entries())
    parts.put(
      'behaviours',
      join(shared[index], 'behaviour.json'),
      {
        [id]: read.needed(join(shared[index], 'behaviour.json')),
      },
      [],
    );
  for (const [index, id] of behaviours.entries()) scriptsOf(files, read, parts, id, own[index]);
  for (const at of ['.', ...shared, folder, ...own]) parts.file('flags', join(at, 'flags.json'));
  parts.file('urgentHelp', `${folder}/urgent-help.json`);
  parts.put('needs', `${folder}/pack.json`, needs, ['needs']);
  for (const at of own) parts.file('needs', `${at}/needs.json`);
  for (const at of ['.', ...shared, folder, ...own]) parts.list('signposting', join(at, 'signposting.json'));
  for (const at of [...shared, ...own]) parts.list('measures', join(at, 'measures.json'));
  for (const at of [folder, ...own]) parts.file('sources', `${at}/sources.json`);
  const instruments = instrumentsOf(read, parts, place);
  for (const locale of locales) {
    parts.texts(locale, interfaceFile(files, locale));
    parts.texts(locale, `${folder}/text.${locale}.json`);
    for (const at of own) parts.texts(locale, `${at}/text.${locale}.json`);
    for (const id of instruments) parts.texts(locale, `instruments/${id}/text.${locale}.json`, 'optional');
  }

  const { made } = parts;
  const pack = {
    schema: 'everycontact/pack@1',
    ...rest,
    place: { ...here, facts: made.place.facts },
    locales,
    audiences,
    variants,
    context: made.context,
    behaviours: made.behaviours,
    scripts: made.scripts,
    instruments: made.instruments,
    measures: made.measures,
    flags: flagsFor(made),
    urgentHelp: made.urgentHelp,
    helpAtHand,
    needs: made.needs,
    signposting: made.signposting,
    sources: made.sources,
    texts: made.texts,
  };
  return { pack: bound(pack, made.place.facts), origins: parts.origins };
}

/**
 * The adaptation in a folder: `adaptation.json`, and beside it `text.<locale>.json`, each with one standing for its texts.
 *
 * @param {import('./compose.mjs').Files} files
 * @returns {import('./compose.mjs').ComposedAdaptation}
 * @throws {Error} naming the file: not there, not JSON, or a text written twice
 */
export function composeAdaptation(files) {
  const read = reader(files);
  const parts = partsOf(read);
  const { texts = {}, ...rest } = read.needed('adaptation.json');
  for (const [locale, own] of Object.entries(texts)) {
    parts.made.texts[locale] ??= {};
    parts.put(`texts.${locale}`, 'adaptation.json', own, ['texts', locale]);
  }
  for (const name of files.names('.')) {
    const locale = /^text\.([\w-]+)\.json$/.exec(name)?.[1];
    if (locale !== undefined) parts.texts(locale, name);
  }
  return { adaptation: { ...rest, texts: parts.made.texts }, origins: parts.origins };
}

const methods = ['vba', 'very-brief', 'brief', 'mi-ruler'];
const join = (folder, file) => (folder === '.' ? file : `${folder}/${file}`);

/** A place may leave a behaviour out by having no folder for it, and may bring one of its own. */
const behavioursOf = (files, folder) => [...files.folders(`${folder}/behaviours`)].sort();

/** `vba.json` in the folder `smoking` is the script `smoking.vba`; the place's own file wins; `null` leaves it out. */
function scriptsOf(files, read, parts, behaviour, own) {
  for (const method of methods) {
    const file = [`${own}/${method}.json`, `behaviours/${behaviour}/${method}.json`, `methods/${method}.json`].find(
      (one) => files.read(one) !== undefined,
    );
    if (!file) continue;
    const graph = read.needed(file);
    if (graph === null) continue;
    const named = file.startsWith('methods/') ? withBehaviour(graph, behaviour) : graph;
    parts.put('scripts', file, { [`${behaviour}.${method}`]: { behaviour, method, ...named } }, []);
  }
}

/** A graph that several behaviours share says `{behaviour}` where the behaviour's id belongs. */
const withBehaviour = (graph, behaviour) => JSON.parse(JSON.stringify(graph).replaceAll('{behaviour}', behaviour));

/** Flags name the behaviours and scripts of all places; a pack keeps those it has. */
const flagsFor = ({ flags, behaviours, scripts }) =>
  Object.fromEntries(
    Object.entries(flags).map(([id, flag]) => {
      if (!flag.behaviours) return [id, flag];
      const goTo = Object.entries(flag.goTo ?? {}).filter(([script]) => Object.hasOwn(scripts, script));
      return [
        id,
        {
          ...flag,
          behaviours: flag.behaviours.filter((behaviour) => Object.hasOwn(behaviours, behaviour)),
          ...(flag.goTo && { goTo: Object.fromEntries(goTo) }),
        },
      ];
    }),
  );

/** The instruments that the scripts of this pack use, and those these continue, with this place's bands. */
function instrumentsOf(read, parts, place) {
  const wanted = Object.values(parts.made.scripts).flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ kind, instrument }) => (kind === 'instrument' ? [instrument] : [])),
  );
  const found = [];
  for (let id; (id = wanted.pop()) !== undefined; ) {
    if (found.includes(id)) continue;
    found.push(id);
    const file = `instruments/${id}/instrument.json`;
    const instrument = read.needed(file);
    const cutOffs = `instruments/${id}/bands.${place}.json`;
    const bands = read.optional(cutOffs);
    if (bands === undefined)
      throw new Error(
        `${cutOffs}: expected the cut-offs that hold in this place, found none. Write them with their source, beside the folder packs; or leave out what asks it, by a file of that script that holds null.`,
      );
    parts.put('instruments', file, { [id]: { ...instrument, bands } }, []);
    if (instrument.continues) wanted.push(instrument.continues);
  }
  return found;
}

/** `en.json` also serves `en-GB`. */
function interfaceFile(files, locale) {
  const own = `interface/${locale}.json`;
  return files.read(own) === undefined ? `interface/${locale.split('-')[0]}.json` : own;
}

function reader(files) {
  const optional = (file) => {
    const text = files.read(file);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${file}: ${error.message}`, { cause: error });
    }
  };
  return {
    optional,
    needed(file) {
      const json = optional(file);
      if (json === undefined) throw new Error(`${file}: expected this file, found none. Write it.`);
      return json;
    },
  };
}

/** Collects the parts of a pack, refuses what is written twice, and remembers where each was written. */
function partsOf(read) {
  const made = {
    place: { facts: {} },
    context: {},
    behaviours: {},
    scripts: {},
    instruments: {},
    measures: [],
    flags: {},
    urgentHelp: {},
    needs: {},
    signposting: [],
    sources: {},
    texts: {},
  };
  const origins = [];
  const target = (name) =>
    name === 'place.facts' ? made.place.facts : name.startsWith('texts.') ? made.texts[name.slice(6)] : made[name];
  const add = (where, into, file, entries, path) => {
    for (const [id, value] of Object.entries(entries)) {
      if (Object.hasOwn(into, id))
        throw new Error(`${file}: "${id}" is written twice in ${where}; give one of the two another name.`);
      into[id] = value;
      origins.push({ where: `${where}.${id}`, file, path: path === undefined ? [] : [...path, id] });
    }
  };
  return {
    made,
    origins,
    put: (name, file, entries, path) => add(name, target(name), file, entries, path.length ? path : undefined),
    file(name, file) {
      const entries = read.optional(file);
      if (entries) add(name, target(name), file, entries, []);
    },
    list(name, file) {
      for (const [index, entry] of (read.optional(file) ?? []).entries()) {
        target(name).push(entry);
        origins.push({ where: `${name}.${entry.id ?? entry.of}`, file, path: [index] });
      }
    },
    texts(locale, file, optional) {
      const found = optional ? read.optional(file) : read.needed(file);
      if (!found) return;
      const written = Object.entries(found.texts).map(([key, text]) => [
        key,
        { ...(typeof text === 'string' ? { words: text } : text), ...found.standing },
      ]);
      made.texts[locale] ??= {};
      add(`texts.${locale}`, made.texts[locale], file, Object.fromEntries(written), ['texts']);
    },
  };
}

const constants = ['atLeast', 'below', 'from', 'min', 'max'];

/** A constant that is written as the name of a place fact, `"atLeast": "{weeklyDrinks}"`, becomes its number. */
function bound(value, facts) {
  if (Array.isArray(value)) return value.map((one) => bound(one, facts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      constants.includes(key) && typeof one === 'string' ? numberOf(one, facts) : bound(one, facts),
    ]),
  );
}

function numberOf(name, facts) {
  const found = facts[/^\{([\w-]+)\}$/.exec(name)?.[1] ?? '']?.value;
  if (typeof found === 'number') return found;
  throw new Error(`"${name}": expected a number or the name of a place fact that is one, found ${found ?? 'none'}.`);
}
