import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as content from '@everycontact/content';
import type { Pack } from '@everycontact/core';
import { describe, expect, test } from 'vitest';
import { fromQuestionnaire } from '../src/questionnaire/from-questionnaire.js';
import { toQuestionnaire } from '../src/questionnaire/to-questionnaire.js';
import { validators } from './validators.js';

const packs: readonly Pack[] = Object.values(content);
const languages = packs.flatMap((pack) => pack.locales.map((locale) => ({ pack, id: pack.id, locale })));

describe.each(languages)('The forms of $id in $locale', ({ pack, locale }) => {
  test('have no error for either validator', { timeout: 60_000 }, () => {
    const forms = Object.keys(pack.scripts).map(
      (script) =>
        toQuestionnaire(pack, script, locale, { canonical: 'https://everycontact.example/fhir', demo: true })
          .questionnaire,
    );
    for (const form of forms)
      expect([form.id, ...validators.medplum(form), ...validators.fhir(form)]).toEqual([form.id]);
  });
});

// Forms of other people, from an open folder that the environment names; without it these tests say that they are skipped.
const folder = join(process.env.EVERYCONTACT_OPEN_DATA ?? '', 'fhir');
const found = existsSync(join(folder, 'uscore-Questionnaire-exercise-vital-sign.json'));
if (!found)
  console.warn('Forms of other people were not read: EVERYCONTACT_OPEN_DATA does not name a folder with them.');

const read = (name: string) =>
  fromQuestionnaire(JSON.parse(readFileSync(join(folder, name), 'utf8')), {
    today: '2026-11-22',
    reviewBy: '2027-05-22',
  });

describe.runIf(found)('Forms of other people', () => {
  test('the exercise vital sign of US Core asks for numbers: both questions are named, and there is no instrument', () => {
    const { instrument, findings } = read('uscore-Questionnaire-exercise-vital-sign.json');
    expect(instrument).toBeUndefined();
    expect(findings.map(({ code, where }) => `${code} ${where}`)).toEqual([
      'form-language-missing language',
      'form-type item.0',
      'form-type item.1',
      'form-no-questions item',
    ]);
  });

  test('a script with a dialogue is no instrument, and each part is named', () => {
    const { instrument, findings } = read('own-questionnaire-vba-smoking.json');
    expect(instrument).toBeUndefined();
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual([
      'form-branch-left-out',
      'form-calculation',
      'form-no-questions',
      'form-option-unscored',
      'form-points-missing',
      'form-type',
      'form-words-left-out',
    ]);
  });
});
