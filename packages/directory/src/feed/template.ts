import type { Day } from '@everycontact/core';
import { columnNames, type TemplateLanguage } from './column-names.js';

type Column = (typeof columnNames)[number]['column'];

/** The same in every language: these words are read as they are. */
const codes: Readonly<Partial<Record<Column, string>>> = {
  id: 'walk-1',
  topics: 'be-active; loneliness',
  email: 'walks@example.org',
  url: 'https://example.org/walks',
  minimum_age: '18',
  access: 'self; drop-in',
  delivery: 'in-person',
  status: 'active',
};

/** An invented service of an invented town, reached at addresses kept for examples. */
const examples: Readonly<Record<TemplateLanguage, Readonly<Partial<Record<Column, string>>>>> = {
  en: {
    name: 'Walking group',
    organization: 'Wexmarsh Library (invented)',
    summary: 'An hour on foot at an easy pace, with tea afterwards.',
    phone: '01632 960801',
    address: '1 Saltgate, Wexmarsh',
    postcode: 'ZY1 1AA',
    latitude: '52.97',
    longitude: '0.28',
    step_free: 'yes',
    area_codes: 'Wexmarsh',
    languages: 'English; Polish',
    interpreter: 'no',
    cost: 'free',
    application_process: 'Come to the library on a Tuesday morning.',
    hours: 'Tu 10:00-11:00',
    responsible: 'Health and wellbeing team',
  },
  'da-DK': {
    name: 'Gåhold',
    organization: 'Klintkøbing Bibliotek (opdigtet)',
    summary: 'En time til fods i roligt tempo, med kaffe bagefter.',
    address: 'Havnegade 1, Klintkøbing',
    step_free: 'ja',
    area_codes: 'Klintkøbing',
    languages: 'dansk; arabisk',
    interpreter: 'nej',
    cost: 'gratis',
    application_process: 'Mød op på biblioteket tirsdag formiddag.',
    hours: 'Ti 10:00-11:00',
    responsible: 'Sundhedscentret',
  },
  sv: {
    name: 'Promenadgrupp',
    organization: 'Strömvinge bibliotek (påhittat)',
    summary: 'En timme till fots i lugn takt, med fika efteråt.',
    address: 'Hamngatan 1, Strömvinge',
    step_free: 'ja',
    area_codes: 'Strömvinge',
    languages: 'svenska; arabiska',
    interpreter: 'nej',
    cost: 'gratis',
    application_process: 'Kom till biblioteket på tisdag förmiddag.',
    hours: 'Ti 10:00-11:00',
    responsible: 'Hälsocentralen',
  },
};

/**
 * A spreadsheet to fill in: our columns and one invented service, which imports without a repair. It begins with a byte
 * order mark and, where a comma is the decimal sign, parts its cells by semicolons, so that a spreadsheet opens it right.
 *
 * @param today when the example was last checked
 */
export function templateCsv(language: TemplateLanguage, today: Day): string {
  const row: Readonly<Partial<Record<Column, string>>> = { ...codes, ...examples[language], assured_date: today };
  const mark = language === 'en' ? ',' : ';';
  const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [columnNames.map((names) => names[language]), columnNames.map(({ column }) => row[column] ?? '')];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(mark)).join('\r\n')}\r\n`;
}
