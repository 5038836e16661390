import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { EveryContactError } from '@everycontact/core';
import { buildPlaces, type PlacesReport } from '@everycontact/directory';
import { parse } from 'csv-parse/sync';
import type { Command } from '../../command.js';
import { reading, unreadable } from '../../given-file.js';
import { oneOf } from '../../one-of.js';
import { misuse, readArgs, text } from '../../options.js';
import { print, type Terminal } from '../../terminal.js';
import { refuseGiven } from '../../written-file.js';

export const directoryPlaceCommand: Command = {
  name: 'place',
  summary: 'Makes a place file, so that a page can look up a postcode without asking anybody',
  help: [
    'Usage: everycontact directory place FILE --country GB|DK|SE --out places.json [OPTIONS]',
    '',
    '  --names FILE        names of districts by code, CSV: for the ONS directory, which has codes only',
    '  --attribution TEXT  the credit, instead of the one the source asks for',
    '  --licence TEXT      the licence, instead of the one the source names',
    '',
    'FILE is the postal code export of GeoNames, or for GB the postcode directory of the Office for National Statistics',
    '(ONSPD or NSPL as CSV), unpacked. Postcodes of the United Kingdom are gathered to their first half; those of Northern',
    'Ireland in the ONS directory are left out: they need a licence of their own. Show the credit where you use the file.',
    '',
    'Exit codes: 0 done, 1 the file is not one of these, 2 misuse.',
  ],
  run,
};

const command = 'directory place';

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = { country: text, out: text, names: text, attribution: text, licence: text };
  const { values, positionals } = readArgs(command, args, options);
  const [file] = positionals;
  const { out, attribution, licence } = values;
  if (file === undefined) throw misuse(command, 'option-invalid', 'Expected a file with postcodes, found nothing.');
  if (out === undefined) throw misuse(command, 'option-invalid', 'Expected --out places.json, found nothing.');
  refuseGiven(command, '--out', out, [file, values.names]);
  const country = oneOf(command, '--country', values.country, ['GB', 'DK', 'SE'] as const);
  const districtNames = values.names === undefined ? undefined : namesIn(values.names);
  try {
    const { places, report } = await buildPlaces(bytesOf(file), {
      country,
      madeOn: terminal.now().slice(0, 10),
      ...(attribution !== undefined && { attribution }),
      ...(licence !== undefined && { licence }),
      ...(districtNames && { districtNames }),
    });
    const json = `${JSON.stringify(places)}\n`;
    writeFileSync(out, json);
    print(terminal.out, [
      `${places.codes.length} codes and ${places.districts?.length ?? 0} districts: ${out} (${Math.ceil(json.length / 1000)} kB)`,
      ...reportLines(report),
      `Credit: ${places.attribution}`,
      `Licence: ${places.licence}`,
    ]);
    return 0;
  } catch (error) {
    if (!(error instanceof EveryContactError) || !error.code.startsWith('postcodes-')) throw error;
    print(terminal.err, [error.message]);
    return 1;
  }
}

const reasons: Readonly<Record<keyof PlacesReport['left'], string>> = {
  'another-country': 'of another country',
  'no-code': 'without a code that can be read',
  'no-point': 'without a point',
  'no-longer-used': 'no longer in use',
  'northern-ireland': 'of Northern Ireland, which need a licence of their own',
};

function reportLines({ read, kept, left, unnamed }: PlacesReport): readonly string[] {
  const out = (Object.keys(left) as (keyof typeof left)[]).map(
    (why) => `  left out: ${left[why] ?? 0} ${reasons[why]}`,
  );
  const names = unnamed === 0 ? [] : [`  ${unnamed} districts have no name and are not in the file: give --names`];
  return [`${read} rows read, ${kept} kept`, ...out, ...names];
}

/** @throws EveryContactError `file-unreadable` */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Codes and names of a CSV with columns such as LAD24CD and LAD24NM, or code and name. */
function namesIn(file: string): ReadonlyMap<string, string> {
  const rows = reading(file, (): readonly Readonly<Record<string, string>>[] =>
    parse(readFileSync(file), { bom: true, columns: true, relaxColumnCount: true, skipEmptyLines: true }),
  );
  const columns = Object.keys(rows[0] ?? {});
  const code = columns.find((name) => /^(?:code|[a-z]+\d\dcd)$/i.test(name.trim()));
  const named = columns.find((name) => /^(?:name|[a-z]+\d\dnm)$/i.test(name.trim()));
  if (code === undefined || named === undefined)
    throw misuse(
      command,
      'option-invalid',
      `--names: expected columns such as LAD24CD and LAD24NM, or code and name, found "${columns.slice(0, 6).join('", "')}".`,
    );
  return new Map(rows.map((row) => [(row[code] ?? '').trim(), (row[named] ?? '').trim()]));
}
