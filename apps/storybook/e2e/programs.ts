import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { root, type Snippet } from './snippets.js';

const folder = `${root}node_modules/.cache/everycontact/snippets/`;

/** What a page says is the reader's own: these names mean something only in the reader's program. */
const readers = `
import type { JSX } from 'react';
import type { ContactRecord, Pack, Service, View } from '@everycontact/core';
declare global {
  const pack: Pack;
  const record: ContactRecord;
  const json: unknown;
  const services: readonly Service[];
  const asOf: string;
  const index: Uint8Array;
  const digest: string;
  const pool: { query(text: string, values: unknown[]): Promise<{ rows: { bytes: Uint8Array }[] }> };
  function draw(view: View): void;
  function save(id: string, record: object): void;
  function Others(props: { view: View; send: unknown; secondsLeft: number | undefined }): JSX.Element;
}
`;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  typeRoots: [`${root}node_modules/@types`],
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitAny: false,
  allowJs: true,
  checkJs: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noEmit: true,
  skipLibCheck: true,
};

/**
 * Checks programs as a reader's own tools would, against what our packages declare.
 *
 * @param programs blocks in `ts`, `tsx` or `js`; all of them in one go, since that costs the most
 * @returns by block what is wrong with it; nothing of a block that is right
 */
export function problemsIn(programs: readonly Snippet[]): ReadonlyMap<string, readonly string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map(programs.map((program) => [fileOf(program), program]));
  for (const [file, { text }] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(`${folder}readers.d.ts`, readers);
  const program = ts.createProgram([...files.keys(), `${folder}readers.d.ts`], options);
  const problems = new Map<string, string[]>();
  for (const { file, code, messageText } of ts.getPreEmitDiagnostics(program)) {
    if (file?.fileName.endsWith('.js') && !ofNames(code)) continue;
    const at = files.get(file?.fileName ?? '')?.at ?? file?.fileName ?? 'options';
    problems.set(at, [...(problems.get(at) ?? []), ts.flattenDiagnosticMessageText(messageText, '\n')]);
  }
  return problems;
}

/** Blocks of one page lie in one folder, so that one can take in another by the name the page gives it. */
const fileOf = ({ page, at, file, language }: Snippet): string =>
  `${folder}${page.replace(/\W+/g, '-')}/${file?.endsWith(`.${language}`) ? file : `${at.replace(/\W+/g, '-')}.${language}`}`;

/** Of plain JavaScript only the grammar, the names and what is taken in: it says nothing of types. */
const ofNames = (code: number): boolean => code < 2000 || [2304, 2305, 2307, 2552, 2724].includes(code);
