import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Directory } from '@everycontact/core';
import { aQuery } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}node_modules/.cache/everycontact/adapter-guide/`;
const guide = readFileSync(`${root}docs/guides/write-a-directory-adapter.md`, 'utf8');
const [adapter = '', contract = '', remote = ''] = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);

/** Writes a block of the guide to a file, with our packages taken from their sources. */
function write(name: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}${name}`,
    code
      .replaceAll(/@everycontact\/core\/(\w+)/g, `${root}packages/core/src/$1.ts`)
      .replaceAll(/@everycontact\/directory'/g, `${root}packages/directory/src/index.ts'`),
  );
  return `${folder}${name}`;
}

interface Made {
  intranetDirectory(options: { url: string; fetch: (url: string, init: object) => Promise<Response> }): Directory;
}
const { intranetDirectory } = (await import(/* @vite-ignore */ write('intranet-directory.ts', adapter))) as Made;
const url = 'https://intranet.example/services.json';

describe('the adapter of the guide passes the contract', async () => {
  await import(/* @vite-ignore */ write('contract.ts', contract));
});

describe('the adapter of the guide', () => {
  it('has thirty lines at most', () => {
    expect(adapter.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it('sends nothing of the person', async () => {
    const sent: string[] = [];
    const fetch = (to: string, { signal: _, ...init }: { signal?: unknown }) => {
      sent.push(JSON.stringify([to, init]));
      return Promise.resolve(new Response('{"services":[],"asOf":"2026-11-21T06:00:00.000Z"}'));
    };
    const person = aQuery({
      need: 'debt',
      facts: { 'context.age': 41 },
      occasion: { setting: 'staff', near: { area: 'WX1' } },
    });
    await intranetDirectory({ url, fetch }).find(person);
    await intranetDirectory({ url, fetch }).find(aQuery());
    expect(sent[0]).toBe(sent[1]);
    expect(sent).toHaveLength(2);
  });

  it('fails in words, and asks again the next time', async () => {
    const answers = [
      new Response('', { status: 503 }),
      new Response('{}'),
      new Response('{"services":[],"asOf":"2026-11-21"}'),
    ];
    const directory = intranetDirectory({ url, fetch: () => Promise.resolve(answers.shift() as Response) });
    await expect(directory.find(aQuery())).rejects.toThrow('found status 503');
    await expect(directory.find(aQuery())).rejects.toThrow('has no "services"');
    expect((await directory.find(aQuery())).asOf).toBe('2026-11-21');
  });
});

describe('the directory of another server in the guide', () => {
  it('is made as it is written', async () => {
    const { directory } = (await import(/* @vite-ignore */ write('remote.ts', remote))) as { directory: Directory };
    expect(directory.name).toBe('wexmarsh.example/api');
  });
});
