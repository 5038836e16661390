import { controls } from './controls.js';

/** A prompt as a page would write it to have these options. */
export function tagOf(args: Readonly<Record<string, unknown>>): string {
  const attributes = Object.entries(args).flatMap(([property, value]) => {
    const name = controls[property]?.name;
    if (name === undefined) return [];
    if (typeof value === 'string' || typeof value === 'number')
      return [` ${name}="${String(value).replaceAll('"', '&quot;')}"`];
    return value === true ? [` ${name}`] : [];
  });
  return [
    `<advice-prompt${attributes.join('')}>`,
    '  <p>In an emergency call <a href="tel:999">999</a>.</p>',
    '</advice-prompt>',
    '<script src="/advice-prompt.england.en-GB.js"></script>',
  ].join('\n');
}
