import { MantinePage } from '../../../packages/react/examples/mantine/page.js';
import { drawnIn, named, walkByName } from './own-markup.js';

export default {
  title: 'Own markup/Mantine',
  tags: ['!autodocs', '!test'],
  render: drawnIn(MantinePage),
  play: walkByName,
  parameters: { controls: { disable: true } },
};

export const SmokerReferred = { ...named('smoker-referred'), tags: ['test'] };
export const HelpUnderWay = named('help-under-way');
export const AlcoholBriefIncreasing = named('alcohol-brief-increasing');
export const WeightBriefWithin = { ...named('weight-brief-within'), tags: ['test'] };
