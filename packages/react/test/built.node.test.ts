import { expect, it } from 'vitest';
import * as installed from '@everycontact/react';

// What people install, as `npm run build` leaves it.

declare global {
  interface ImportMeta {
    /** Vite's: the texts of files, by path. */
    glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
  }
}
const built = Object.entries(import.meta.glob('../dist/*.js', { query: '?raw', import: 'default', eager: true }));
const text = built.map(([, one]) => one).join('\n');

it('asks of a project nothing but React and our own packages', () => {
  const asked = [...text.matchAll(/^(?:import|export|\}).*?"([^"]+)";$/gm)].map(([, name]) => name!);
  expect(asked).toContain('@everycontact/web-component/define');
  expect(asked.filter((name) => !/^(\.\/|react$|react\/|@everycontact\/)/.test(name))).toEqual([]);
});

it('hands on the licence of what it has taken in', () => {
  const licences = import.meta.glob('../dist/licences/*.txt', { query: '?raw', import: 'default', eager: true });
  const inside = new Set([...text.matchAll(/^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name!));
  expect([...inside]).toEqual(['@lit/react']);
  expect(Object.keys(licences)).toEqual(['../dist/licences/lit-react.txt']);
  expect(Object.values(licences)[0]).toMatch(/BSD 3-Clause[\s\S]*Copyright/);
});

it('says in every entry with code that it is for the client', () => {
  const entries = built.filter(([file]) => /\/(index|headless|agenda)\.js$/.test(file));
  expect(entries.map(([, one]) => one.split('\n')[0])).toEqual(['"use client";', '"use client";', '"use client";']);
});

it('hands the component over on a server, where there is neither window nor tag', () => {
  expect(typeof window).toBe('undefined');
  expect(installed.AdvicePrompt.displayName).toBe('AdvicePrompt');
});

it('sets properties also where the tests of a host bring a DOM to Node: Lit’s own wrapper sets none there', () => {
  expect(text).toContain('forwardRef');
  expect(text).not.toContain('_$litProps$');
});
