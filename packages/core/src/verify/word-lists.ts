import type { About, Method } from '../pack/pack.js';

/** Words that a reviewer should look at, by language: a list only warns, tags decide. */
interface WordList {
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Only in scripts of this method; without it, anywhere somebody is spoken to. */
  readonly method?: Method;
  /** Not in a text that says itself what it is about: the tag is what the proof reads. */
  readonly unless?: About;
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
  {
    why: 'words of drinking less are tagged "cut-down", for a flag to forbid them',
    unless: 'cut-down',
    words: {
      en: ['cut down', 'cutting down', 'drink less', 'drinking less'],
      da: [
        'skære ned',
        'skær ned',
        'skærer ned',
        'trappe ned',
        'trap ned',
        'drikke mindre',
        'drikker mindre',
        'mindre alkohol',
      ],
      sv: ['dra ner', 'dra ned', 'skära ner', 'trappa ner', 'dricka mindre', 'dricker mindre', 'mindre alkohol'],
    },
  },
  {
    why: 'words of losing weight are tagged "weight-loss", for a flag to forbid them',
    unless: 'weight-loss',
    words: {
      en: ['lose weight', 'losing weight', 'weight loss'],
      da: ['tabe dig', 'tabe sig', 'vægttab', 'gå ned i vægt'],
      sv: ['gå ner i vikt', 'gå ned i vikt', 'viktnedgång'],
    },
  },
  {
    why: 'calories are tagged "calories", for a flag to forbid them',
    unless: 'calories',
    words: { en: ['calorie', 'calories'], da: ['kalorie', 'kalorier'], sv: ['kalori', 'kalorier'] },
  },
];
