import type { Command } from '../command.js';
import { fhirExportCommand } from './fhir/export.js';
import { fhirImportCommand } from './fhir/import.js';
import { fhirQuestionnaireCommand } from './fhir/questionnaire.js';

/** One file under `fhir/` for each of these. */
const subcommands: readonly Command[] = [fhirExportCommand, fhirQuestionnaireCommand, fhirImportCommand];

export const standardsCommand: Command = {
  name: 'fhir',
  summary: 'Writes a contact as FHIR, a script as a form, and reads forms',
  help: [
    'Usage: everycontact fhir COMMAND [OPTIONS]',
    '',
    ...subcommands.map(({ name, summary }) => `  ${name.padEnd(15)}${summary}`),
    '',
    'everycontact fhir COMMAND --help says more.',
  ],
  subcommands,
};
