import type { Opened } from './opened.js';

/** The entries of speech that have a language, by its number: 1 where they do. Found once. */
export function openSpeakers({ speech, languageEnds, languageSpeech }: Opened): (language: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  return (language) => {
    const had = known.get(language);
    if (had) return had;
    const made = new Uint8Array(speech);
    const from = language === 0 ? 0 : (languageEnds[language - 1] ?? 0);
    for (const entry of languageSpeech.subarray(from, languageEnds[language] ?? 0)) made[entry] = 1;
    known.set(language, made);
    return made;
  };
}
