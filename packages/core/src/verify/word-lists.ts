import type { Method } from '../pack/pack.js';

/** Words that a reviewer should look at, by language: a list only warns, tags decide. */
interface WordList {
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Only in scripts of this method; without it, anywhere somebody is spoken to. */
  readonly method?: Method;
  readonly why: string;
}

export const wordLists: readonly WordList[] = [
  {
    why: 'the person decides, and is not told what to do',
    words: {
      en: ['should', 'must', 'need to', 'have to', 'just', 'only'],
      da: ['skal', 'bør', 'må ikke', 'er nødt til', 'bare', 'kun'],
      sv: ['måste', 'bör', 'får inte', 'bara', 'endast'],
    },
  },
  {
    why: 'nobody is called by what they do',
    words: {
      en: ['smoker', 'smokers', 'addict', 'addicted', 'alcoholic', 'obese person', 'quitter', 'drugs'],
      da: ['rygere', 'rygeren', 'storryger', 'misbruger', 'alkoholiker', 'afhængig'],
      sv: ['rökare', 'rökaren', 'missbrukare', 'alkoholist', 'beroende'],
    },
  },
  { why: 'numbers are called', words: { en: ['ring', 'dial'] } },
  {
    why: 'very brief advice speaks of support, not of harm',
    method: 'vba',
    words: {
      en: ['cancer', 'death', 'die', 'kills', 'disease', 'harm', 'damage'],
      da: ['kræft', 'død', 'dør', 'sygdom', 'skade', 'skader'],
      sv: ['cancer', 'död', 'dör', 'sjukdom', 'skada', 'skadar'],
    },
  },
];
