import { draw } from './draw.js';
import { walk } from './walk.js';

export default {
  title: 'Element',
  component: 'advice-prompt',
  tags: ['autodocs'],
  render: draw.element,
  play: walk,
  args: { behaviour: 'smoking', method: 'vba', audience: 'worker', setting: 'patient', preview: true, open: true },
  parameters: { place: 'england' },
};

/** Every option of the element, to be tried. */
export const Options = {};
