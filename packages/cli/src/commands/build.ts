import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minimisePack, withoutProof } from '@everycontact/core/adapt';
import { civilDay, type Day, type Finding, type Pack } from '@everycontact/core';
import { withDigest } from '@everycontact/content/compose';
import { verifyPack } from '@everycontact/core/verify';
import type { Command } from '../command.js';
import { isError } from '../findings/finding.js';
import { textLines } from '../findings/text.js';
import { oneOf } from '../one-of.js';
import { flag, list, misuse, readArgs, text } from '../options.js';
import { readability } from '../readability.js';
import { count, print, type Terminal } from '../terminal.js';
import { wholePack } from '../packs/whole-pack.js';

export const buildCommand: Command = {
  name: 'build',
  summary: 'Makes checked, minimised packs and script-tag files',
  help: [
    'Usage: everycontact build PACK --out FOLDER [OPTIONS]',
    '',
    'Writes for each language a script-tag file with the pack inside, and the pack as a module and as JSON; for all of them',
    'advice-prompt.js with the pack and its languages beside it (attribute "place"); and the parts that these files',
    'load when they need them. Prints each file with its size and the value for its integrity attribute.',
    '',
    '  --out FOLDER      where to write',
    '  --locale TAG      a language; may be repeated; all by default',
    '  --behaviour NAME  a behaviour; may be repeated; all by default',
    '  --method NAME     a method; may be repeated; all by default',
    '  --allow-drafts    builds even if a text, a number or an approval is a draft or past its date; the prompt then',
    '                    shows them only with "preview"',
    '',
    'Exit codes: 0 built, 1 the pack has errors or waits for approval, 2 misuse.',
  ],
  run,
};

function run(args: readonly string[], { out, err, now }: Terminal): number {
  const { values, positionals } = readArgs(
    'build',
    args,
    {
      out: text,
      locale: list,
      behaviour: list,
      method: list,
      'allow-drafts': flag,
    },
    1,
  );
  const pack = wholePack('build', positionals[0]);
  const folder = values.out;
  if (folder === undefined) throw misuse('build', 'option-invalid', '--out: expected a folder, found nothing.');
  const today = civilDay(now(), pack.place.timeZone);
  const keep = {
    locales: (values.locale ?? pack.locales).map((one) => oneOf('build', '--locale', one, pack.locales)),
    ...(values.behaviour && { behaviours: values.behaviour.map((one) => behaviourOf(pack, one)) }),
    ...(values.method && { methods: values.method.map((one) => methodOf(pack, one)) }),
  };
  const stopping = stoppingIn(pack, minimisePack(pack, keep), today, values['allow-drafts'] ?? false);
  if (stopping.length) {
    const isText = ({ where }: Finding) => Number(where.startsWith('texts.'));
    const shown = [...stopping]
      .sort((a, b) => isText(a) - isText(b))
      .slice(0, 20)
      .flatMap((finding) => textLines({ ...finding, pack: pack.id }));
    const more =
      stopping.length > 20
        ? [`and ${stopping.length - 20} more: everycontact check "${positionals[0]}" --release`]
        : [];
    const drafts = stopping.every(isAboutApproval) ? ['For a preview, --allow-drafts builds it as it is.'] : [];
    print(err, [...shown, ...more, `${count(stopping.length, 'error')}: nothing was built.`, ...drafts]);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  for (const locale of keep.locales) {
    const small = minimisePack(pack, { ...keep, locales: [locale] });
    print(out, written(folder, filesOf(`${pack.id}.${locale}`, withDigest({ ...small, digest: '' }))));
  }
  const small = minimisePack(pack, keep);
  print(out, written(folder, besideOf(withoutProof(withDigest({ ...small, digest: '' })))));
  return 0;
}

const isAboutApproval = ({ code }: Finding) => ['not-approved', 'not-filled-in', 'past-review'].includes(code);

/** The whole pack must hold; what is built must be approved besides, or be allowed to be a draft. */
function stoppingIn(pack: Pack, built: Pack, today: Day, drafts: boolean): readonly Finding[] {
  const { findings } = verifyPack(pack, today, { readability });
  const wrong = findings.filter((finding) => isError(finding) && finding.code !== 'past-review');
  if (drafts) return wrong;
  const release = verifyPack(built, today, { release: true }).findings;
  return [...wrong, ...release.filter(isAboutApproval)];
}

const behaviourOf = (pack: Pack, name: string) => oneOf('build', '--behaviour', name, Object.keys(pack.behaviours));
const methodOf = (pack: Pack, name: string) =>
  oneOf('build', '--method', name, [...new Set(Object.values(pack.scripts).map(({ method }) => method))]);

function filesOf(name: string, pack: Pack): Readonly<Record<string, string>> {
  const json = JSON.stringify(pack);
  return {
    [`advice-prompt.${name}.js`]: scriptTag(JSON.stringify(withoutProof(pack))),
    [`${name}.js`]: `export default ${moduleText(json)};\n`,
    [`${name}.json`]: `${json}\n`,
  };
}

function written(folder: string, files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files).map(([file, content]) => {
    writeFileSync(join(folder, file), content);
    const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    return `${join(folder, file)}  ${(Buffer.byteLength(content) / 1024).toFixed(1)} kB  integrity="${integrity}"`;
  });
}

/** JSON inside a program: the two line ends that JSON allows and older engines do not. */
const moduleText = (json: string) => json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** The prompt as one file for a script tag, with this pack inside. */
export function scriptTag(json: string): string {
  return builtFile('advice-prompt.js').replace('{"everycontact-pack":0}', () => moduleText(json));
}

/** The bare file, and the pack it loads from beside itself by the attribute `place`: its words a language at a time. */
function besideOf({ texts, ...pack }: Pack): Readonly<Record<string, string>> {
  const words = Object.entries(texts).map(([locale, of]) => partFile(`words.${pack.id}.${locale}`, of));
  const bare = 'advice-prompt.js';
  return Object.fromEntries([
    [bare, builtFile(bare)],
    partFile(`pack.${pack.id}`, { ...pack, texts: {} }),
    ...words,
    ...parts(),
  ]);
}

/** Data as a part: it hands itself to the element, whichever way a page loads it. */
function partFile(name: string, content: object): readonly [file: string, text: string] {
  const { version } = createRequire(import.meta.url)('@everycontact/web-component/package.json') as { version: string };
  const handOver = `(E)=>E.bring?.(${JSON.stringify(name)},${JSON.stringify(version)},${moduleText(JSON.stringify(content))})`;
  // The mark says that it is UTF-8, also to a page in another encoding.
  return [`advice-prompt.${name}.js`, `\uFEFFcustomElements.whenDefined("advice-prompt").then(${handOver});\n`];
}

/** What any page loads from beside the script when it is first needed. */
function parts(): readonly (readonly [file: string, text: string])[] {
  const names = readdirSync(dirname(built('advice-prompt.js'))).filter((name) =>
    /^advice-prompt\.[a-z-]+\.js$/.test(name),
  );
  return names.sort().map((name) => [name, builtFile(name)]);
}

const built = (name: string) => createRequire(import.meta.url).resolve(`@everycontact/web-component/${name}`);
const builtFile = (name: string): string => readFileSync(built(name), 'utf8');
