import ts from 'typescript';
import { expect, it } from 'vitest';

// What a compiler says of a page that imports the built package, and nothing else of ours.

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

function complaintsAbout(page: string): readonly string[] {
  const host = ts.createCompilerHost(options);
  const name = new URL('page.ts', import.meta.url).pathname;
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, languageVersion, ...rest) =>
    file === name ? ts.createSourceFile(file, page, languageVersion) : getSourceFile(file, languageVersion, ...rest);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const page = (line: string) => `import '@everycontact/web-component/define';
const prompt = document.createElement('advice-prompt');
${line}`;

it('knows the tag, its properties and every event where only "define" is imported', { timeout: 60_000 }, () => {
  const lines = `
    prompt.pack = {};
    prompt.behaviour = 'smoking';
    prompt.addEventListener('advice-outcome', ({ detail }) => detail.record.contactId.length);
    document.addEventListener('advice-text', ({ detail }) => detail.parts.toFixed());
    document.querySelector('advice-prompt')?.show();`;
  expect(complaintsAbout(page(lines))).toEqual([]);
});

it('refuses a setting that there is not', { timeout: 60_000 }, () => {
  expect(complaintsAbout(page("prompt.setting = 'clinic';"))).toEqual([expect.stringContaining('"clinic"')]);
});
