import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import presets from '../../../packages/web-component/presets.json';
import { controls } from '../src/controls.js';
import { unmountGone } from '../src/draw.js';
import { declared, manifest } from '../src/manifest.js';
import './guides.css';
import './stage.css';

setCustomElementsManifest(manifest);

const choice = (title: string, icon: string, items: readonly (string | { value: string; title: string })[]) => ({
  description: title,
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

const preview: Preview = {
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: declared('events') },
    controls: { expanded: true },
    docs: { extractArgTypes: () => controls },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Start',
          ['Where to begin', 'Search the guides'],
          // Whatever stands in no group comes before all groups, and the gallery would open there.
          'Try it',
          ['Element', 'Theme', 'In a dialog'],
          'Guides',
          'Questions',
          'Recipes',
          'Reference',
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
    preset: choice('Preset', 'paintbrush', Object.keys(presets)),
    density: choice('Density', 'component', ['comfortable', 'compact']),
    layout: choice('Layout', 'sidebaralt', ['panel', 'side', 'page']),
    width: choice('Width', 'grow', ['240', '320', '420', '720', 'full']),
  },
  initialGlobals: { locale: '', preset: 'neutral', density: 'comfortable', layout: 'panel', width: '420' },
  afterEach: unmountGone,
};

export default preview;
