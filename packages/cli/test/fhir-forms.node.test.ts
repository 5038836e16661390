import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../src/main.js';
import { typed } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  const terminal = typed([], () => '2026-11-22T12:00:00.000Z');
  const exit = await main(args, terminal);
  return { exit, ...terminal.printed };
}
const form = (more: string[] = []) =>
  run('fhir', 'questionnaire', 'england', 'smoking.brief', '--locale', 'en-GB', ...more);

describe('everycontact fhir questionnaire', () => {
  it('writes a form, and says beside it what the form cannot say', async () => {
    const { exit, out, err } = await form(['--canonical', 'https://forms.northfield.org/fhir']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      resourceType: 'Questionnaire',
      url: 'https://forms.northfield.org/fhir/Questionnaire/smoking.brief',
      language: 'en-GB',
      experimental: false,
    });
    expect(err).toContain('[form-tick-left-out] flags.abuse');
  });

  it('marks a form of an example address, which only a demo may have', async () => {
    expect(JSON.parse((await form(['--demo'])).out)).toMatchObject({ experimental: true });
    expect((await form()).err).toContain('everycontact/export-canonical');
    expect((await form(['--canonical', 'https://forms.example/fhir'])).err).toContain('export-example-address');
  });

  it('asks for a script and a language', async () => {
    expect((await run('fhir', 'questionnaire', 'england')).err).toContain('smoking.vba');
    expect((await run('fhir', 'questionnaire', 'sweden', 'smoking.vba')).err).toContain('sv-SE, en');
  });
});

describe('everycontact fhir import', () => {
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('writes the files of an instrument, once', async () => {
    const from = file('hsi.json', (await form(['--demo'])).out);
    const { out } = await run('fhir', 'import', from, '--id', 'hsi', '--out', folder);
    expect(out.split('\n').map((line) => line.slice(line.lastIndexOf('hsi')))).toContain('hsi/text.en-GB.json');
    const instrument = JSON.parse(readFileSync(join(folder, 'hsi/instrument.json'), 'utf8')) as { items: unknown[] };
    expect(instrument).toMatchObject({ standing: 'draft', checkedOn: '2026-11-22', reviewBy: '2027-05-22' });
    expect(instrument.items).toHaveLength(2);
    const again = await run('fhir', 'import', from, '--id', 'hsi', '--out', folder);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('file-exists')]);
  });

  it('names what it cannot keep, and its exit code says so', async () => {
    const { exit, out, err } = await run('fhir', 'import', file('other.json', '{"resourceType":"Patient"}'));
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('error [form-not-questionnaire]');
  });

  it('keeps an id within the folder', async () => {
    const from = file('path.json', (await form(['--demo'])).out);
    const { out } = await run('fhir', 'import', from, '--id', '../../elsewhere', '--out', join(folder, 'kept'));
    expect(out).toContain(join(folder, 'kept', 'elsewhere', 'instrument.json'));
  });

  it.each([
    ['no JSON', '{"resourceType":'],
    ['lists within lists without end', '['.repeat(100_000)],
  ])('refuses %s without a stack trace', async (_, text) => {
    const { exit, err } = await run('fhir', 'import', file('broken.json', text));
    expect(exit).toBe(1);
    expect(err).toContain('content-not-json');
    expect(err).not.toMatch(/\n\s+at /);
  });
});
