import { civilDay } from '@everycontact/core';
import { verifyPack } from '@everycontact/core/verify';
import type { Command } from '../command.js';
import { inOrder, isError, type PlacedFinding } from '../findings/finding.js';
import { sarif } from '../findings/sarif.js';
import { foldedLines } from '../findings/text.js';
import { oneOf } from '../one-of.js';
import { dayOf, flag, readArgs, text } from '../options.js';
import { openOrTell } from '../packs/open-or-tell.js';
import { shippedPacks } from '../packs/open-pack.js';
import { readability } from '../readability.js';
import { count, print, progress, type Terminal } from '../terminal.js';
import { version } from '../version.js';
import { watchFolders } from '../watch-folders.js';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Proves packs: every path, every text, every flag',
  help: [
    'Usage: everycontact check [PACK...] [OPTIONS]',
    '',
    'Walks every path of every script with the engine that runs in production, and reads every text.',
    'PACK is the name of a shipped pack, a folder with pack.json or adaptation.json, or one JSON file; all',
    'shipped packs by default.',
    '',
    '  --format FORMAT   text (by default), json or sarif',
    '  --release         also refuses drafts and a pack without a safeguarding contact',
    '  --on DAY          judges review dates as of that day; today by default',
    '  --watch           checks again whenever a file changes; ends with Ctrl+C',
    '',
    'Exit codes: 0 no error (warnings may be there), 1 errors, 2 misuse.',
  ],
  run,
};

interface Counts {
  readonly scripts: number;
  readonly states: number;
  readonly paths: bigint;
  readonly texts: number;
  readonly languages: number;
}
interface Checked {
  readonly pack: string;
  readonly findings: readonly PlacedFinding[];
  readonly files: readonly string[];
  readonly counts?: Counts;
}

const formats = ['text', 'json', 'sarif'] as const;

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArgs('check', args, {
    format: text,
    on: text,
    release: flag,
    watch: flag,
  });
  const format = oneOf('check', '--format', values.format ?? 'text', formats);
  const on = values.on === undefined ? undefined : dayOf('check', '--on', values.on);
  const names = positionals.length ? positionals : shippedPacks;
  const once = () => {
    const from = performance.now();
    const checked = names.map((name) => checkOne(name, on, values.release ?? false, terminal));
    report(checked, format, performance.now() - from, terminal);
    return checked;
  };
  const checked = once();
  if (values.watch) await watched(checked, once, terminal);
  return checked.some(({ findings }) => findings.some(isError)) ? 1 : 0;
}

function checkOne(name: string, on: string | undefined, release: boolean, terminal: Terminal): Checked {
  const opened = openOrTell(name);
  const { pack, files } = opened;
  const place = (finding: Omit<PlacedFinding, 'pack' | 'written'>): PlacedFinding => {
    const written = opened.locate(finding.where);
    return { ...finding, pack: name, ...(written && { written }) };
  };
  if (!pack) return { pack: name, files, findings: inOrder(opened.problems.map(place)) };
  const day = on ?? civilDay(terminal.now(), pack.place.timeZone);
  const onProgress = (script: string, states: number) => {
    progress(terminal, `${name}: ${script}, ${states} states`);
  };
  const { findings, scripts, states, paths, texts, locales } = verifyPack(pack, day, {
    release,
    readability,
    onProgress,
  });
  progress(terminal);
  const ways = Object.values(paths).reduce((sum, some) => sum + some, 0n);
  const counts = { scripts, states, paths: ways, texts, languages: locales.length };
  return { pack: name, files, findings: inOrder(findings.map(place)), counts };
}

function report(checked: readonly Checked[], format: (typeof formats)[number], ms: number, { out }: Terminal): void {
  const findings = checked.flatMap((one) => one.findings);
  if (format === 'sarif') {
    print(out, [JSON.stringify(sarif(findings, version()), null, 2)]);
    return;
  }
  if (format === 'json') {
    const packs = checked.map(({ pack, counts, findings: own }) => ({
      pack,
      findings: own.length,
      ...(counts && { ...counts, paths: counts.paths.toString() }),
    }));
    print(out, [
      JSON.stringify({ schema: 'everycontact/check@1', milliseconds: Math.round(ms), packs, findings }, null, 2),
    ]);
    return;
  }
  print(out, [...foldedLines(findings), ...(findings.length ? [''] : []), ...checked.map(summary)]);
  const errors = findings.filter(isError).length;
  print(out, [`${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}, ${(ms / 1000).toFixed(1)} s`]);
}

function summary({ pack, counts, findings }: Checked): string {
  if (!counts) return `${pack}: ${count(findings.length, 'problem')}; its paths are walked once these are corrected`;
  const { scripts, states, paths, texts, languages } = counts;
  const many = (number: number | bigint) => number.toLocaleString('en-GB');
  return `${pack}: ${scripts} scripts, ${many(states)} states, ${many(paths)} paths, ${many(texts)} texts in ${count(languages, 'language')}, ${count(findings.length, 'finding')}`;
}

async function watched(checked: readonly Checked[], again: () => readonly Checked[], { err }: Terminal): Promise<void> {
  const { folders, end } = watchFolders(checked, again, err);
  print(err, [`Watching ${count(folders, 'folder')}. Ctrl+C ends.`]);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
  });
  end();
}
