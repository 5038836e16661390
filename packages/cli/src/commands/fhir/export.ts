import { stringify } from 'csv-stringify/sync';
import { EveryContactError, type ContactRecord, type Finding } from '@everycontact/core';
import {
  type CodeChoice,
  codedExtras,
  type CodedExtra,
  codeMaps,
  type CodeMap,
  type Mark,
  type ProfileId,
  profiles,
  readCodeMap,
  toBundle,
} from '@everycontact/fhir';
import type { Command } from '../../command.js';
import { jsonIn } from '../../given-file.js';
import { flag, list, misuse, readArgs, text } from '../../options.js';
import { packOfRecord } from '../../packs/pack-of-record.js';
import { print, type Terminal } from '../../terminal.js';
import { canonicalOf } from './canonical.js';

const command = 'fhir export';

export const fhirExportCommand: Command = {
  name: 'export',
  summary: 'Writes a record as one FHIR R4 bundle, or its national codes as a table',
  help: [
    'Usage: everycontact fhir export RECORD.json [OPTIONS]',
    '',
    `  --profile NAME     ${Object.keys(profiles).join(', ')}; base by default`,
    '  --subject REF      the person, e.g. Patient/123; without one nothing that needs a person is written',
    '  --encounter REF    the occasion',
    '  --author REF       whoever led the contact, e.g. PractitionerRole/42',
    '  --organisation REF on whose behalf',
    '  --canonical URL    the base address of the forms; that of the pack by default',
    '  --pack PACK        the pack of the record; the shipped one of that name by default',
    '  --demo             allows an example address, and labels everything as test data',
    '  --transaction      to send to a server; a collection for a file by default',
    '  --retry            the same once more, because it may not have arrived',
    '  --may-refer        the worker may refer: a declined offer was then a declined referral',
    '  --details-leave    the person agreed that contact details go to the services they were referred to',
    '  --codes FILE       a code map of your own, which overrides ours (everycontact/code-map@1); may be repeated',
    '  --mark MARK        writes codes of this mark too: second-hand, to-confirm; may be repeated',
    '  --csv              the codes of national lists instead, as a table: FSIII, and with --registered KVÅ',
    '  --registered       the worker is registered',
    '  --at INSTANT       when it is exported; the clock by default',
    '',
    'RECORD.json is what "everycontact try … --json" prints, and what a prompt hands to its host. What is in a bundle and',
    'what never is: docs/what-is-exported.md. Exit codes: 0 written, 1 a file is broken, 2 misuse or refused.',
  ],
  run,
};

function run(args: readonly string[], { out, now }: Terminal): number {
  const { values, positionals } = readArgs(command, args, {
    ...{ profile: text, subject: text, encounter: text, author: text, organisation: text },
    ...{ canonical: text, pack: text, at: text, codes: list, mark: list },
    ...{ demo: flag, transaction: flag, retry: flag, 'may-refer': flag, 'details-leave': flag },
    ...{ csv: flag, registered: flag },
  });
  const record = jsonIn(command, positionals[0], 'a file with a record') as ContactRecord;
  const codes = codesFrom(values.codes ?? [], values.mark ?? []);
  if (values.csv) {
    out.write(table(codedExtras(record, values.registered ? { registered: true } : {}, codes)));
    return 0;
  }
  const pack = packOfRecord(command, record, values.pack);
  const canonical = canonicalOf(values, pack);
  if (canonical === undefined)
    throw misuse(
      command,
      'option-invalid',
      'Expected the address where the pack has its forms, found none in the pack. Give --canonical, or --demo to try it out.',
    );
  const bundle = toBundle(record, {
    canonical,
    codes,
    now: values.at ?? now(),
    type: values.transaction ? 'transaction' : 'collection',
    who: { mayRefer: values['may-refer'] ?? false },
    demo: values.demo ?? false,
    retry: values.retry ?? false,
    contactDetailsLeave: values['details-leave'] ?? false,
    ...(pack && { pack }),
    ...(values.profile !== undefined && { profile: values.profile as ProfileId }),
    ...references(values),
  });
  print(out, [JSON.stringify(bundle, null, 2)]);
  return 0;
}

const roles = ['subject', 'encounter', 'author', 'organisation'] as const;

const references = (values: Partial<Record<(typeof roles)[number], string>>) =>
  Object.fromEntries(
    roles.flatMap((role) => (values[role] === undefined ? [] : [[role, { reference: values[role] }]])),
  );

function codesFrom(files: readonly string[], marks: readonly string[]): CodeChoice {
  const known: readonly Mark[] = ['verified', 'second-hand', 'to-confirm', 'recalled'];
  const unknown = marks.find((mark) => !known.some((one) => one === mark));
  if (unknown !== undefined)
    throw misuse(command, 'option-invalid', `--mark: expected one of ${known.join(', ')}, found "${unknown}".`);
  const maps = files.map((file) => mapIn(file));
  return { maps: [...codeMaps, ...maps], marks: ['verified', ...(marks as readonly Mark[])] };
}

function mapIn(file: string): CodeMap {
  const { map, problems } = readCodeMap(jsonIn(command, file, 'a code map'));
  if (map) return map;
  const said = problems.map(({ where, message }: Finding) => `${where}: ${message}`).join(' ');
  throw new EveryContactError('content-broken', file, `${file}: ${said}`);
}

const columns = ['recordId', 'at', 'on', 'service', 'jurisdiction', 'system', 'code', 'display'] as const;

/** A table with a byte order mark; no cell is taken for a formula. */
function table(extras: readonly CodedExtra[]): string {
  const rows = extras.map((extra) => columns.map((column) => extra[column]));
  return stringify([[...columns], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  }).trimEnd();
}
