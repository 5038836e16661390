import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { house } from './boundaries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Named `z` takes every locale of zod with it, 85 kB of them; the plain package has no small form at all. */
const schemaImport = "Use: import * as z from 'zod/mini'.";
const schemas = {
  paths: [{ name: 'zod', message: schemaImport }],
  patterns: [{ regex: '^zod/(?!mini$)', message: schemaImport }],
};

const shapes = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Name the export: a default export has another name in every file.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: "TSModuleDeclaration[kind='namespace']", message: 'Use a module.' },
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: schemaImport,
  },
];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.turbo/**',
      '**/custom-elements.json',
      '**/spfx/**',
      '**/storybook-static/**',
      'apps/storybook/generated/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { house },
    rules: {
      'house/boundaries': 'error',
      'house/one-standard': 'error',
      'no-restricted-imports': ['error', schemas],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['.config/*.ts', 'packages/*/tsup.config.ts'] },
        tsconfigRootDir: root,
      },
    },
    rules: {
      'no-restricted-syntax': ['error', ...shapes],
      'max-lines': ['warn', { max: 300 }],
      // Packs, feeds and logs come from outside: a type says what they should be, and looking is not unnecessary.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `string | 'skipped'` tells a reader something, whatever the compiler makes of it.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // The house has functions in plain objects, hardly a class.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['packages/web-component/src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
  },
  {
    ignores: ['packages/web-component/**'],
    files: ['packages/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...shapes, { selector: 'Decorator', message: 'Use a function.' }],
    },
  },
  {
    // A test may be sure of what it just made.
    files: ['**/*.test.{ts,tsx}', 'packages/*/test/**', 'apps/*/e2e/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Next.js draws what a page or a layout exports as default.
    files: ['apps/recipes/next/app/**/{layout,page}.tsx'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Tools insist on a default export in their configuration.
    files: ['**/*.config.{ts,mjs}', '.config/**', 'apps/storybook/.storybook/*.ts', 'apps/storybook/src/*.stories.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
