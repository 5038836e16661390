import { draw } from './draw.js';
import * as element from './edges.stories.js';
import { walk } from './walk.js';

export default {
  title: 'Edges/React',
  component: 'advice-prompt',
  tags: ['!autodocs'],
  render: draw.react,
  play: walk,
  args: element.default.args,
  parameters: element.default.parameters,
};

export const Launcher = element.Launcher;
export const Agenda = element.Agenda;
export const BrokenPack = element.BrokenPack;
export const NothingOfThePack = element.NothingOfThePack;
export const UnknownBehaviour = element.UnknownBehaviour;
export const DraftWithoutPreview = element.DraftWithoutPreview;
export const PastReview = element.PastReview;
export const LongPastReview = element.LongPastReview;
export const NoServices = element.NoServices;
export const DirectoryFails = element.DirectoryFails;
export const DirectoryIsSlow = element.DirectoryIsSlow;
export const Staff = element.Staff;
export const NotPrivate = element.NotPrivate;
export const FamilyInterprets = element.FamilyInterprets;
export const Hidden = element.Hidden;
export const TurnedTowardsThePerson = element.TurnedTowardsThePerson;
export const Disabled = element.Disabled;
export const NumberThatDoesNotFit = element.NumberThatDoesNotFit;
