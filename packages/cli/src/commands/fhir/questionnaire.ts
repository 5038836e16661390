import type { Finding } from '@everycontact/core';
import { toQuestionnaire } from '@everycontact/fhir';
import type { Command } from '../../command.js';
import { flag, misuse, readArgs, text } from '../../options.js';
import { wholePack } from '../../packs/whole-pack.js';
import { print, type Terminal } from '../../terminal.js';
import { canonicalOf } from './canonical.js';

const command = 'fhir questionnaire';

export const fhirQuestionnaireCommand: Command = {
  name: 'questionnaire',
  summary: 'Writes a script as an SDC Questionnaire, one for each language',
  help: [
    'Usage: everycontact fhir questionnaire PACK SCRIPT --locale LOCALE [OPTIONS]',
    '',
    '  --locale LOCALE     the language of the form; the others are included as translations',
    '  --canonical URL     where your forms are published; that of the pack by default',
    '  --derived-from URL  the form of the pack that this one adapts, with its version',
    '  --demo              allows an example address, and marks the form as experimental',
    '',
    'PACK is a shipped pack, a folder or a JSON file; SCRIPT one of its scripts, e.g. smoking.vba. The form goes to standard',
    'output; what it cannot express goes to standard error. docs/guides/exchange-questionnaires.md says more.',
    '',
    'Exit codes: 0 written, 2 misuse or refused.',
  ],
  run,
};

function run(args: readonly string[], { out, err }: Terminal): number {
  const options = { locale: text, canonical: text, 'derived-from': text, demo: flag };
  const { values, positionals } = readArgs(command, args, options);
  const pack = wholePack(command, positionals[0]);
  const [, script] = positionals;
  if (script === undefined)
    throw misuse(
      command,
      'option-invalid',
      `Expected a script (${Object.keys(pack.scripts).join(', ')}), found nothing.`,
    );
  if (values.locale === undefined)
    throw misuse(command, 'option-invalid', `Expected --locale (${pack.locales.join(', ')}), found none.`);
  const canonical = canonicalOf(values, pack);
  const { questionnaire, unsaid } = toQuestionnaire(pack, script, values.locale, {
    demo: values.demo ?? false,
    ...(canonical !== undefined && { canonical }),
    ...(values['derived-from'] !== undefined && { derivedFrom: values['derived-from'] }),
  });
  print(out, [JSON.stringify(questionnaire, null, 2)]);
  if (unsaid.length) print(err, ['What this form cannot say of its script:', ...unsaid.map(line)]);
  return 0;
}

const line = ({ code, where, message }: Finding) => `  [${code}] ${where}: ${message}`;
