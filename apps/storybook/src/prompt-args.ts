import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import type { Audience, ContextFacts, Directory, Occasion, Pack, Service, Setting } from '@everycontact/core';
import type { Policy } from '@everycontact/core/prompting';
import { type PseudoLocale, pseudoPack } from '@everycontact/core/testing';
import type { AdvicePrompt } from '@everycontact/web-component';
import { services } from '../generated/services.js';

/** What a story says of its prompt, under the names of the element's properties; all else is as the element has it. */
export interface PromptArgs {
  readonly behaviour?: string | undefined;
  readonly method?: string | undefined;
  readonly audience?: Audience;
  readonly variant?: string;
  readonly setting?: Setting;
  readonly mayRefer?: boolean;
  readonly registered?: boolean;
  readonly context?: ContextFacts;
  readonly occasion?: Partial<Occasion>;
  readonly open?: boolean;
  readonly disabled?: boolean;
  readonly preview?: boolean;
  readonly pack?: unknown;
  readonly services?: readonly Service[];
  readonly directoryPort?: Directory;
  readonly now?: () => string;
  readonly launcher?: 'always' | 'decide' | 'never';
  readonly policy?: Policy;
  readonly locale?: string;
  /** What the worker does, in the words of the named examples; walked when the story is shown. */
  readonly moves?: readonly string[];
}

/** What a story leaves to whoever looks at it: chosen in the toolbar. */
interface Looks {
  readonly locale?: string;
  readonly preset?: NonNullable<AdvicePrompt['preset']>;
  readonly density?: string;
  readonly layout?: NonNullable<AdvicePrompt['layout']>;
  readonly width?: string;
}

/** The part of Storybook's context that a prompt is drawn from. */
export interface Shown {
  readonly globals: Looks;
  readonly parameters: { readonly place?: keyof typeof packs; readonly outcome?: string };
}

const packs = { england, denmark, sweden };

/** The day all stories are told on, so that opening hours and reviews stay as they are. */
const today = () => '2026-11-22T09:00:00.000Z';

const pseudo = (locale = ''): locale is PseudoLocale => locale === 'ar-XB' || locale === 'en-XA';

/** A pack with the language that is looked at, which may be one made for looking only. */
function packIn(place: keyof typeof packs, locale: string | undefined): Pack {
  const key = `${place} ${locale ?? ''}`;
  const pack = made.get(key) ?? (pseudo(locale) ? pseudoPack(packs[place], locale) : packs[place]);
  made.set(key, pack);
  return pack;
}
const made = new Map<string, Pack>();

/** The language that is looked at, where the pack has it; else its own. */
const localeOf = ({ locales }: Pack, wanted = ''): string =>
  locales.find((locale) => wanted && (locale === wanted || locale.startsWith(`${wanted}-`))) ?? locales[0] ?? '';

/** Everything a face is given: the same for the element and for React. What is set in the controls goes before the toolbar. */
export function propertiesOf({ moves: _, ...args }: PromptArgs, { globals, parameters: { place = 'england' } }: Shown) {
  const pack = packIn(place, globals.locale);
  return {
    open: true,
    preview: true,
    services: services[place],
    now: today,
    compact: globals.density === 'compact',
    ...(globals.preset && { preset: globals.preset }),
    ...(globals.layout && { layout: globals.layout }),
    ...args,
    pack: args.pack ?? pack,
    locale: args.locale ?? localeOf(pack, globals.locale),
  };
}
