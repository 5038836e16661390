import { civilDay, speaker, type DirectoryQuery, type Occasion, type Pack, type Speaker } from '@everycontact/core';
import { contextOf, readFacts, type FactsFile } from '../../facts-file.js';
import { flag, instantOf, misuse, readArgs, text } from '../../options.js';
import { wholePack } from '../../packs/whole-pack.js';
import type { Terminal } from '../../terminal.js';

/** What was asked of a directory, and who puts the answer into words. */
export interface Asked {
  readonly file: string;
  /** What stands after the file. */
  readonly rest: readonly string[];
  readonly query: DirectoryQuery;
  readonly say: Speaker;
  readonly json: boolean;
}

export const askedHelp = [
  '  --need NEED       what is needed, e.g. stop-smoking',
  '  --facts FILE      what is known: { "facts": { "context.age": 41 }, "occasion": …, "reader": … }',
  '  --near LAT,LON    where from, in degrees, e.g. 51.48,-2.61',
  '  --area CODE       the code of the place, or the first half of a postcode',
  '  --at INSTANT      when, e.g. 2026-11-23T09:30Z; now by default',
  '  --pack PACK       whose words, facts and time zone: "england" by default',
  '  --json            the answer as JSON',
];

/** @throws EveryContactError `option-unknown`, `option-invalid`, `file-unreadable`, `facts-invalid`, `content-broken` */
export function readAsked(command: string, args: readonly string[], { now }: Terminal): Asked {
  const options = { need: text, facts: text, near: text, area: text, at: text, pack: text, limit: text, json: flag };
  const { values, positionals } = readArgs(command, args, options);
  const [file, ...rest] = positionals;
  if (file === undefined) throw misuse(command, 'option-invalid', 'Expected a file with services, found nothing.');
  const pack = wholePack(command, values.pack ?? 'england');
  const told: FactsFile = values.facts === undefined ? { facts: {} } : readFacts(command, values.facts, pack);
  const near = nearOf(command, values.near, values.area);
  const reader = { locale: localeOf(pack), audience: 'worker', ...told.reader } as const;
  const at = values.at === undefined ? now() : instantOf(command, '--at', values.at);
  const limit = values.limit === undefined ? undefined : countOf(command, values.limit);
  const query = {
    need: needOf(command, values.need, pack),
    facts: contextOf(told.facts),
    reader,
    occasion: { setting: 'patient', ...told.occasion, ...(near && { near }) } as const,
    at,
    timeZone: pack.place.timeZone,
    ...(limit !== undefined && { limit }),
  };
  const say = speaker(pack, reader, civilDay(at, pack.place.timeZone));
  return { file, rest, query, say, json: values.json ?? false };
}

function needOf(command: string, written: string | undefined, { needs }: Pack): string {
  if (written !== undefined && Object.hasOwn(needs, written)) return written;
  const found = written === undefined ? 'nothing' : `"${written}"`;
  const there = Object.keys(needs).join('", "');
  throw misuse(command, 'option-invalid', `--need: expected one of "${there}", found ${found}.`);
}

const localeOf = ({ locales: [first = ''] }: Pack) => first;

function nearOf(command: string, near: string | undefined, area: string | undefined): Occasion['near'] {
  if (near === undefined) return area === undefined ? undefined : { area };
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(near) ?? [];
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  if (!(Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180))
    throw misuse(command, 'option-invalid', `--near: expected degrees such as 51.48,-2.61, found "${near}".`);
  return { ...point, ...(area !== undefined && { area }) };
}

function countOf(command: string, written: string): number {
  if (/^[1-9]\d{0,3}$/.test(written)) return Number(written);
  throw misuse(command, 'option-invalid', `--limit: expected a number from 1 to 9999, found "${written}".`);
}
