import { personView, type PersonView } from '@everycontact/core/take-away';
import { element } from './element.js';
import { field } from './controls.js';
import { fullWindow } from './full-window.js';
import { languageField, speaks } from './languages.js';
import type { Around } from './around.js';
import { sheetStyle } from './sheet-style.js';
import { groupsOf, told } from './sheet.js';

const style = `
.sheet.turned { --size: max(27px, 1.6875em); --small: 1em; }
.turned h1 { margin-block-start: 0.6em; font-size: 1.25em; }
.turned .banner { font-size: 0.6em; }
.turned .entry { flex-wrap: wrap-reverse; align-items: flex-end; }
.turned .entry > div { flex: 1 12em; }
.choices { display: grid; gap: 0.4em; margin-block-start: 0.8em; }
.choices li { padding: 0.3em 0.8em; border: 2px solid #000; border-radius: 0.4em; }
`;

/**
 * Turns the step on the screen towards the person: what is said, what may be answered, where there is help; in large type, in
 * any language of the pack. Nothing can be answered there. While this was loaded the step may have gone, or have been turned.
 */
export function turned(around: Around, place: HTMLElement): void {
  const { speaker, pack, state, screen } = around;
  const { label, reader } = speaker;
  const languages = languageField(around);
  const sheet = element('div', { class: 'sheet turned' });
  const inLanguage = (locale: string) => {
    const shown = screen(locale);
    return shown && state && personView(shown, pack, locale, state.today);
  };
  const redraw = async () => {
    await speaks(sheet, languages, around);
    const given = inLanguage(languages.value);
    if (given) drawInto(sheet, given);
  };
  const before = place.querySelector(':scope > div');
  if (!place.isConnected || before?.shadowRoot?.querySelector(':modal') || !inLanguage(reader.locale)) return;
  // It was left behind where the page moved the prompt: a window that is taken out of a page fills none any more.
  before?.remove();
  const controls = languages.length > 1 ? [field(label('take.language'), languages)] : [];
  const close = { text: label('ui.close'), lang: reader.locale };
  fullWindow(place, { text: label('ui.turn'), lang: reader.locale }, close, controls, (root, dialog) => {
    const sheets = new CSSStyleSheet();
    sheets.replaceSync(sheetStyle + style);
    root.adoptedStyleSheets = [sheets];
    dialog.append(sheet);
  });
  languages.addEventListener('change', () => void redraw());
  void redraw();
}

function drawInto(sheet: HTMLElement, { lang, dir, banner, heading, choices, groups }: PersonView): void {
  sheet.lang = lang;
  sheet.dir = dir;
  sheet.replaceChildren(
    ...(banner ? [element('p', { class: 'banner' }, told(banner))] : []),
    ...(heading ? [element('h1', {}, told(heading))] : []),
    ...(choices.length ? [element('ul', { class: 'choices' }, ...choices.map((one) => element('li', {}, one)))] : []),
    ...groupsOf(groups),
  );
}
