import type { HelpLine, Pack, TextKey } from '../pack/pack.js';
import type { InterfaceText } from '../pack/interface-texts.js';

/** The labels that lead to safety. */
const labels: readonly InterfaceText[] = [
  'ui.help',
  'ui.help-back',
  'ui.help-under-way',
  'ui.stop',
  'ui.not-private',
  'ui.hide',
  'ui.preview',
  'ui.draft',
  'ui.past-review',
  'take.safe',
  'take.title',
  'take.emergency',
  'take.appointment',
];

/** The texts of a pack that no adaptation changes, each with the reason. */
export function protectedTexts(pack: Pack): ReadonlyMap<TextKey, string> {
  const reasons = new Map<TextKey, string>();
  const protect = (reason: string, ...keys: readonly (TextKey | undefined)[]) => {
    for (const key of keys) if (key !== undefined) reasons.set(key, reason);
  };
  protect('a label that leads to safety', ...labels);
  for (const { items, bands, attribution } of Object.values(pack.instruments)) {
    const asked = items.flatMap(({ text, options }) => [text, ...options.map((option) => option.text)]);
    const told = bands.flatMap((set) => set.bands.map(({ text }) => text));
    protect('a validated instrument', attribution, ...asked, ...told);
  }
  for (const { bands } of pack.measures)
    protect('a cut-off in words', ...bands.flatMap((set) => set.bands.map(({ text }) => text)));
  for (const flag of Object.values(pack.flags))
    protect('a flag’s own words', flag.observable?.label, 'notice' in flag ? flag.notice : undefined);
  const ofLine = ({ name, hours }: HelpLine) => [name, hours];
  for (const { heading, worker, lines } of Object.values(pack.urgentHelp))
    protect('urgent help', heading, worker, ...lines.flatMap(ofLine));
  for (const texts of Object.values(pack.texts))
    for (const [key, { locked, about }] of Object.entries(texts)) {
      if (about?.some((tag) => tag === 'safety-line' || tag === 'do-not-stop-suddenly')) protect('a safety line', key);
      if (locked) protect('locked for safety', key);
    }
  return reasons;
}
