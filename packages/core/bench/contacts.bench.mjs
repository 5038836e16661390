import { firstOfItsKind, replayed, session, sessionByTheClock, sessionWithLookUp } from './peers/core.mjs';
import { switched } from './peers/switch.mjs';
import { tabled } from './peers/table.mjs';
import { acted } from './peers/xstate.mjs';
import { rates } from './rates.mjs';
import { printRates } from './table.mjs';

// One contact: smoking.vba of the pack for England, answered "yes", advice read, the line told, closed and settled.

const contenders = [
  {
    name: 'core',
    run: session,
    note: '32 kinds of people in turn: views in words, a log of what was shown, the full record',
  },
  { name: 'core, first of its kind', run: firstOfItsKind, note: 'the same where no step was gone before' },
  { name: 'core by the clock', run: sessionByTheClock, note: 'the same with real instants and random ids' },
  { name: 'core with a look-up', run: sessionWithLookUp, note: 'the same, and a local service found and awaited' },
  { name: 'core replay', run: replayed, note: 'the log read back to a state: rules and flags, no words' },
  { name: 'XState', run: acted, note: 'createActor, five events, the answers; no words, no log, no record' },
  { name: 'table interpreter', run: tabled, note: 'five events, the answers; no words, no log, no record' },
  { name: 'switch by hand', run: switched, note: 'five events, the answers; this one script only' },
];

const told = (result) =>
  result.outcome === 'told' || (result.position?.in === 'closed' && result.position.outcome === 'told');

printRates('contact', 'contacts', await rates(contenders, told), 'XState');
