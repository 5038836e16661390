import { PlainContact } from '../../../packages/react/examples/plain/contact.js';
import '../../../packages/react/examples/plain/contact.css';
import { drawnIn, named, walkByName } from './own-markup.js';

export default {
  title: 'Own markup/Plain markup',
  tags: ['!autodocs', '!test'],
  render: drawnIn(PlainContact),
  play: walkByName,
  parameters: { controls: { disable: true } },
};

export const SmokerReferred = { ...named('smoker-referred'), tags: ['test'] };
export const HelpUnderWay = named('help-under-way');
export const AlcoholBriefIncreasing = named('alcohol-brief-increasing');
export const WeightBriefWithin = { ...named('weight-brief-within'), tags: ['test'] };
