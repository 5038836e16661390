import type { Pack } from '@everycontact/core';

export const tryHelp = (packs: readonly Pack[]): readonly string[] => [
  'Usage: everycontact try PLACE [BEHAVIOUR] [OPTIONS]',
  '',
  'PLACE is a shipped pack, a folder with pack.json or adaptation.json, or one JSON file.',
  '',
  'Runs a contact in the terminal, drafts included, and prints its record.',
  'Without BEHAVIOUR it begins with the agenda: topics one after the other, and a record for each.',
  'Type the number or letter in front of a choice. The end of the input ends the contact as stopped.',
  '',
  '  --method METHOD       very brief advice by default',
  '  --locale TAG          a language of the pack, e.g. da-DK; its first one by default',
  '  --audience WHO        worker (by default) or person',
  '  --variant NAME        a variant of the wording, e.g. men',
  '  --setting SETTING     patient (by default), public or staff; with staff no record is printed',
  '  --context NAME=VALUE  what is known beforehand, e.g. age=41; may be repeated',
  '  --may-refer           the worker may refer',
  '  --registered          the worker is a registered professional',
  '  --interpreter WHO     professional or family; with family no sensitive topic is opened',
  '  --directory FILE      local services: a .services file, an Open Referral feed (JSON, JSON lines) or CSV',
  '  --as-of DATE          when that file was last known to be true; the day it was written by default',
  '  --moves A,B,C         answers by itself, e.g. answer:yes,next,told,next,done',
  '  --json                prints the record alone, as JSON (from an agenda a list); the talk goes to stderr',
  '',
  'Without --directory there are no local services, and the national line of the pack is shown.',
  'Exit codes: 0 all well; 1 the feed could not be read or lost records, or a text of the pack is past its day; 2 misuse.',
  '',
  'There is:',
  ...packs.map(({ id, version, scripts, locales }) => {
    const names = Object.values(scripts).map(({ behaviour, method }) => `${behaviour} --method ${method}`);
    return `  ${id} ${names.join(', ')} (${version}, in ${locales.join(', ')})`;
  }),
];
