import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// The import rules of docs/architecture.md, held by eslint. Two kinds: who may import whom among the packages, and the
// ranks inside core. The tables are the rules; the code below only reads them.

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each package may import: other packages of this house, and packages from outside. `types` are for `import type`. */
const packages = {
  'packages/core': { house: [], outside: [] },
  'packages/content': { house: [], types: ['@everycontact/core'], outside: [] },
  'packages/directory': {
    house: ['@everycontact/core'],
    outside: ['csv-parse', 'fflate', 'htmlparser2', 'iconv-lite'],
  },
  // `fhir/r4` is where the types of @types/fhir stand.
  'packages/fhir': { house: ['@everycontact/core', '@everycontact/directory'], types: ['fhir'], outside: ['uuid'] },
  'packages/web-component': {
    house: ['@everycontact/core', '@everycontact/content', '@everycontact/directory'],
    outside: ['lit', 'uqr'],
  },
  'packages/react': {
    house: ['@everycontact/core', '@everycontact/web-component'],
    outside: ['react', '@lit/react'],
  },
  'packages/cli': {
    house: ['@everycontact/core', '@everycontact/content', '@everycontact/directory', '@everycontact/fhir'],
    outside: ['csv-parse', 'csv-stringify', 'jsonc-parser', 'text-readability'],
  },
  'apps/demo': { house: 'any', outside: 'any' },
  'apps/hub': { house: 'any', outside: 'any' },
};

/** Only these may use what comes with Node. */
const onNode = ['packages/directory', 'packages/cli', 'apps/demo', 'apps/hub'];

/** Folders of such a package that a page loads all the same. */
const onPages = [
  'packages/directory/src/services-file',
  'packages/directory/src/place',
  'packages/directory/src/remote',
];

/** Core, left to right: a folder imports from itself and from what stands to its left. */
const ranks = ['pack', 'rules', 'directory', 'session', 'view', 'contact'];

/** Folders beside the ranks: what they may read. No ranked folder reads them back. */
const beside = {
  record: { reads: ['pack', 'rules', 'session'], types: ['directory'] },
  parse: { reads: [...ranks, 'record'], outside: ['zod/mini'] },
  adapt: { reads: ['pack', 'rules', 'parse'] },
  prompting: { reads: ['pack', 'rules'] },
  'host-context': { reads: ['pack', 'prompting'] },
  agenda: { reads: [...ranks, 'record', 'prompting'] },
  'take-away': { reads: ['pack', 'directory', 'session', 'view', 'record'] },
  testing: { reads: [...ranks, 'record', 'parse', 'agenda'] },
  verify: { reads: [...ranks, 'record', 'parse'] },
};

/** Single files at the top of core that everybody may read; the other files there are entries and may read everything. */
const foundations = ['error', 'platform'];

const isTest = (file) => /\.test\.tsx?$|^packages\/[^/]+\/(test|bench)\//.test(file);

/** One sentence on why this import may not be, or nothing. Paths are relative to the root, with forward slashes. */
export function problemWith(file, wanted, typeOnly) {
  const from = Object.keys(packages).find((folder) => file.startsWith(`${folder}/`));
  if (from === undefined || !file.startsWith(`${from}/src/`)) return undefined;
  if (!wanted.startsWith('.')) return isTest(file) ? undefined : problemWithPackage(from, file, wanted, typeOnly);

  const target = relative(root, resolve(root, dirname(file), wanted))
    .split(sep)
    .join('/');
  if (!target.startsWith(`${from}/`))
    return `"${wanted}" reaches into another package: import it by the package's name`;
  return from === 'packages/core' && !isTest(file) ? problemWithRank(file, target, typeOnly) : undefined;
}

function problemWithPackage(from, file, wanted, typeOnly) {
  if (wanted.startsWith('node:')) {
    const page = onPages.find((folder) => file.startsWith(`${folder}/`)) ?? (onNode.includes(from) ? undefined : from);
    return page && `${page} also runs in a browser, so it cannot use "${wanted}"`;
  }
  const rules = packages[from];
  const name = wanted.split('/', wanted.startsWith('@') ? 2 : 1).join('/');
  if (name === 'everycontact' || name.startsWith('@everycontact/')) {
    if (rules.house === 'any' || rules.house.includes(name)) return undefined;
    if (rules.types?.includes(name)) return typeOnly ? undefined : `${from} may import types only from "${name}"`;
    return `${from} may not import "${name}": it may import ${listed(rules.house)} of this house`;
  }
  const parsing = file.startsWith('packages/core/src/parse');
  if (from === 'packages/core' && parsing && beside.parse.outside.includes(wanted)) return undefined;
  if (rules.outside === 'any' || rules.outside.includes(name)) return undefined;
  if (typeOnly && rules.types?.includes(name)) return undefined;
  return `${from} may not import "${wanted}": from outside it uses ${listed(rules.outside)}`;
}

function problemWithRank(file, target, typeOnly) {
  const here = place(file);
  const there = place(target);
  if (here.folder === there.folder || foundations.includes(there.name)) return undefined;
  if (here.folder === '') {
    return foundations.includes(here.name)
      ? `core's ${here.name}.ts is read by all, so it reads only the other one`
      : undefined;
  }
  if (there.folder === '') return `an entry of core is for the outside; import from the folder that owns the name`;
  const rank = ranks.indexOf(here.folder);
  if (rank < 0 && beside[here.folder] === undefined) {
    return `core has no folder "${here.folder}" in its ranks: add it to .config/boundaries.mjs`;
  }
  const reads = rank < 0 ? beside[here.folder].reads : ranks.slice(0, rank);
  const types = rank < 0 ? (beside[here.folder].types ?? []) : [];
  if (reads.includes(there.folder) || (typeOnly && types.includes(there.folder))) return undefined;
  return `core's ${here.folder} may not read ${there.folder}: it reads ${listed([...reads, ...types.map((one) => `types of ${one}`)])}`;
}

/** `packages/core/src/rules/score.ts` is `score` in the folder `rules`. */
function place(path) {
  const parts = relative('packages/core/src', path.replace(/\.[jt]sx?$/, '')).split(sep);
  const name = parts[parts.length - 1];
  // `parse.ts`, `testing.ts` and `verify.ts` are the entries of their folders.
  if (parts.length === 1) return { folder: name in beside && name !== 'record' ? name : '', name };
  return { folder: parts[0], name: '' };
}

function listed(names) {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

const boundaries = {
  meta: { type: 'problem', schema: [], messages: { not: '{{problem}}.' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const judge = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const problem = problemWith(file, source.value, typeOnly);
      if (problem) context.report({ node: source, messageId: 'not', data: { problem } });
    };
    const kind = (node) => (node.importKind ?? node.exportKind) === 'type';
    return {
      ImportDeclaration: (node) => judge(node, node.source, kind(node)),
      ExportNamedDeclaration: (node) => judge(node, node.source, kind(node)),
      ExportAllDeclaration: (node) => judge(node, node.source, kind(node)),
      ImportExpression: (node) => judge(node, node.source, false),
      TSImportType: (node) => judge(node, node.source ?? node.argument?.literal, true),
    };
  },
};

/** The package, and the commands that have its name. */
const mayName = ['packages/fhir/', 'packages/cli/src/commands/fhir', 'packages/cli/test/fhir'];

/** The word of one standard stays in the one package that knows it; a comment may say it, and whoever takes that package or its command in. */
const oneStandard = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { not: 'Only packages/fhir knows FHIR; "{{text}}" does not belong here (docs/architecture.md).' },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    if (!file.startsWith('packages/') || mayName.some((path) => file.startsWith(path))) return {};
    return {
      Program(node) {
        const takenIn = node.body.filter(({ source }) =>
          /^(@everycontact|\.\/commands)\/fhir(\.js|\/|$)/.test(source?.value),
        );
        const within = (token) => takenIn.some(({ range }) => token.range[0] >= range[0] && token.range[1] <= range[1]);
        for (const token of node.tokens ?? []) {
          if (!/fhir/i.test(token.value) || within(token)) continue;
          context.report({ loc: token.loc, messageId: 'not', data: { text: token.value.slice(0, 60) } });
        }
      },
    };
  },
};

/** An eslint plugin of two rules: `boundaries` and `one-standard`. */
export const house = { meta: { name: 'house' }, rules: { boundaries, 'one-standard': oneStandard } };
