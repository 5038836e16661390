import { expect, it } from 'vitest';

it('lays beside the files for a script tag the licence of everybody whose code is in them', () => {
  const licences = import.meta.glob<string>('../dist/licences/*.txt', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const names = Object.keys(licences).map((file) => file.replace(/^.*\/(.*)\.txt$/, '$1'));
  expect(names.sort()).toEqual(['lit-element', 'lit-html', 'lit-reactive-element', 'uqr']);
  expect(Object.entries(licences).filter(([, text]) => !text.includes('Copyright'))).toEqual([]);
});
