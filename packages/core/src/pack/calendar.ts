/** What the platform must be able to work with later: a value it refuses would break a face, not the parser. */

/** A civil date that exists: `2026-02-30` does not, and would never be past. */
export function isDay(text: string): boolean {
  // In JSON a date that is none is `null`, and one that was carried over is another day.
  return JSON.stringify(new Date(text)).startsWith(`"${text}T`);
}

export const isTimeZone = (name: string): boolean => works(() => new Intl.DateTimeFormat('en', { timeZone: name }));
export const isLanguage = (tag: string): boolean => works(() => new Intl.PluralRules(tag));

function works(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
