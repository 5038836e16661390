import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../../../packages/web-component/custom-elements.json';
import { unmountGone } from '../src/draw.js';
import './stage.css';

setCustomElementsManifest(manifest);

/** Every event of the element is shown under Actions. */
function eventsOf({ modules }: typeof manifest): readonly string[] {
  const declared = modules.flatMap(
    ({ declarations }) => declarations as readonly { events?: readonly { name: string }[] }[],
  );
  return [...new Set(declared.flatMap(({ events = [] }) => events.map(({ name }) => name)))];
}

const choice = (title: string, icon: string, items: readonly (string | { value: string; title: string })[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: eventsOf(manifest) },
    controls: { expanded: true, exclude: /^(_|styles|version|properties)/ },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Start',
          ['Where to begin', 'Search the guides'],
          'Guides',
          'Questions',
          'Recipes',
          'Reference',
          'Element',
          'Theme',
          'Views',
          'Edges',
          '*',
          'Together',
        ],
      },
    },
  },
  globalTypes: {
    locale: choice('Language', 'globe', [
      { value: '', title: 'Language of the place' },
      { value: 'en', title: 'English' },
      { value: 'da', title: 'Dansk' },
      { value: 'sv', title: 'Svenska' },
      { value: 'ar-XB', title: 'Right to left, for looking only' },
      { value: 'en-XA', title: 'Long, for looking only' },
    ]),
    preset: choice('Preset', 'paintbrush', ['neutral', 'england', 'denmark', 'sweden', 'dark', 'high-contrast']),
    density: choice('Density', 'component', ['comfortable', 'compact']),
    layout: choice('Layout', 'sidebaralt', ['panel', 'side', 'page']),
    width: choice('Width', 'grow', ['240', '320', '420', '720', 'full']),
  },
  initialGlobals: { locale: '', preset: 'neutral', density: 'comfortable', layout: 'panel', width: '420' },
  afterEach: unmountGone,
};

export default preview;
