import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refused, run } from './own-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
const fileOf = (name: string, json: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  return file;
};
async function recordOf(...moves: string[]): Promise<string> {
  const { out } = await run('try', 'denmark', 'smoking', '--moves', moves.join(','), '--json');
  return fileOf(`${moves.join('-').replaceAll(':', '-')}.json`, out);
}
/** The record of a contact with something else in it. */
async function recordWith(move: string, parts: object): Promise<string> {
  const json = JSON.parse(
    readFileSync(await recordOf(move, ...(move === 'decline' ? ['done'] : ['next', 'told', 'next', 'done'])), 'utf8'),
  ) as object;
  return fileOf(`with-${Object.keys(parts).join('-')}.json`, { ...json, ...parts });
}
interface Bundle {
  readonly entry?: readonly { readonly resource: { readonly resourceType: string } }[];
}
const types = (out: string) => ((JSON.parse(out) as Bundle).entry ?? []).map(({ resource }) => resource.resourceType);

describe('fhir export', { timeout: 60_000 }, () => {
  it('writes the record of a contact as a collection, without what needs a person', async () => {
    const { code, out } = await run(
      'fhir',
      'export',
      await recordOf('answer:yes', 'next', 'told', 'next', 'done'),
      '--demo',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    expect(types(out)).toEqual(['QuestionnaireResponse', 'Observation', 'Communication', 'Provenance']);
  });
  it('answers the very form that "fhir questionnaire" writes', async () => {
    const { out } = await run('fhir', 'export', await recordOf('decline', 'done'), '--demo');
    const form = await run('fhir', 'questionnaire', 'denmark', 'smoking.vba', '--locale', 'da-DK', '--demo');
    const { url, version } = JSON.parse(form.out) as { readonly url: string; readonly version: string };
    expect(out).toContain(`"questionnaire": "${url}|${version}"`);
  });
  it('writes a transaction by a country’s profiles for a person', async () => {
    const record = await recordOf('answer:yes', 'next', 'told', 'next', 'done');
    const more = ['--canonical', 'https://packs.wexmarsh.dk/fhir', '--profile', 'dk-core', '--transaction'];
    const { code, out } = await run('fhir', 'export', record, '--subject', 'Patient/1', ...more);
    expect(code).toBe(0);
    expect(types(out)).toEqual(['QuestionnaireResponse', 'Observation', 'Procedure', 'Communication', 'Provenance']);
    expect(out).toContain('dk-core-observation');
    expect(out).not.toContain('HTEST');
  });
  it('takes nobody to have agreed, and no worker to be one who may refer, unless that is said', async () => {
    const hub = { service: 'hub', name: 'Wexmarsh Hub (invented)', organization: 'Wexmarsh', eligible: 'eligible' };
    const led = await recordWith('answer:yes', {
      outcome: 'referred',
      reached: { asked: true, advised: true, offered: true },
      signposts: [
        {
          need: 'stop-smoking',
          because: '',
          services: [{ ...hub, reasons: [], cost: 'free' }],
          chosen: [{ service: 'hub', name: hub.name, how: 'referred' }],
        },
      ],
    });
    const exported = async (record: string, ...more: string[]) =>
      types((await run('fhir', 'export', record, '--demo', '--subject', 'Patient/1', ...more)).out);
    expect(await exported(led)).not.toContain('Consent');
    expect(await exported(led, '--details-leave')).toContain('Consent');
    const { signposts, ...rest } = JSON.parse(readFileSync(led, 'utf8')) as { signposts: readonly object[] };
    const declined = fileOf('declined.json', {
      ...rest,
      outcome: 'declined',
      signposts: signposts.map((one) => ({ ...one, chosen: [] })),
    });
    const procedures = async (...more: string[]) =>
      (await exported(declined, ...more)).filter((type) => type === 'Procedure').length;
    expect([await procedures(), await procedures('--may-refer')]).toEqual([1, 2]);
  });
  it('leaves out who wrote it where it is only sent once more', async () => {
    const record = await recordOf('answer:yes', 'next', 'told', 'next', 'done');
    expect(types((await run('fhir', 'export', record, '--demo', '--retry')).out)).not.toContain('Provenance');
  });
  it('writes codes that nobody has confirmed only where their mark is named', async () => {
    const record = await recordWith('decline', {
      place: 'england',
      outcome: 'declined',
      reached: { asked: true, advised: false, offered: false },
    });
    const exported = async (...more: string[]) =>
      (await run('fhir', 'export', record, '--demo', '--subject', 'Patient/1', ...more)).out;
    expect(await exported()).not.toContain('527151000000107');
    expect(await exported('--mark', 'to-confirm')).toContain('527151000000107');
  });
  it.each([
    [
      'an example address',
      ['--canonical', 'https://x.example/fhir', '--subject', 'Patient/1'],
      /export-example-address/,
    ],
    ['no address at all', ['--subject', 'Patient/1'], /--canonical/],
    ['nobody named for a country’s profiles', ['--demo', '--profile', 'uk-core'], /export-no-subject/],
    ['an unknown profile', ['--demo', '--profile', 'us-core'], /export-profile.*uk-core/],
    ['an unknown mark', ['--demo', '--mark', 'guessed'], /--mark/],
  ])('refuses %s', async (_, options, said) => {
    const record = await recordOf('answer:yes', 'next', 'told', 'next', 'done');
    expect(await run('fhir', 'export', record, ...options)).toMatchObject(refused(2, said));
  });
  it.each([
    ['no record', '{"a":1}', 2, /export-record/],
    ['no JSON', '{', 1, /expected JSON/],
  ])('refuses a file that holds %s', async (name, content, code, said) => {
    expect(await run('fhir', 'export', fileOf(`${name}.json`, content), '--demo')).toMatchObject(refused(code, said));
  });
  it('writes the codes of national lists as a table', async () => {
    const record = await recordOf('answer:yes', 'next', 'told', 'next', 'done');
    const json = JSON.parse(readFileSync(record, 'utf8')) as { place: string };
    const { out } = await run(
      'fhir',
      'export',
      fileOf('se.json', { ...json, place: 'sweden' }),
      '--csv',
      '--registered',
    );
    const [header, row] = out.replace('\uFEFF', '').split('\r\n');
    expect(header).toBe('recordId,at,on,service,jurisdiction,system,code,display');
    const asFormula = fileOf('formula.json', { ...json, place: 'sweden', recordId: '=1+1' });
    expect((await run('fhir', 'export', asFormula, '--csv', '--registered')).out).toContain("\n'=1+1,");
    const unregistered = await run('fhir', 'export', fileOf('se.json', { ...json, place: 'sweden' }), '--csv');
    expect(unregistered.out).not.toContain('DV111');
    expect(out.startsWith('\uFEFF')).toBe(true);
    expect(row).toMatch(/,contact,,sweden,urn:oid:1\.2\.752\.116\.1\.3\.2\.1\.4,DV111,Enkla råd om tobaksbruk$/);
  });
  it('lays a code map of one’s own over ours, and names what is wrong in it', async () => {
    const record = await recordOf('answer:yes', 'next', 'told', 'next', 'done');
    const map = {
      schema: 'everycontact/code-map@1',
      jurisdiction: 'international',
      concepts: { 'answer.smoking.smokes': [] },
    };
    const own = await run('fhir', 'export', record, '--demo', '--codes', fileOf('own.json', map));
    expect(types(own.out)).toEqual(['QuestionnaireResponse', 'Communication', 'Provenance']);
    const typo = fileOf('typo.json', { ...map, concepts: { smoker: [] } });
    expect(await run('fhir', 'export', record, '--demo', '--codes', typo)).toMatchObject(
      refused(1, /concepts\.smoker/),
    );
  });
});
