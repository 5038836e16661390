import { decided, engineRun, evaluated, looped } from './peers/decisions.mjs';
import { rates } from './rates.mjs';
import { printRates } from './table.mjs';

// One decision: may smoking be raised with this person now?

const contenders = [
  {
    name: 'core decide',
    run: decided,
    note: 'every script, every row of the policy and twenty earlier prompts, each with its reason',
  },
  {
    name: 'core conditions',
    run: evaluated,
    note: 'the rows that read facts, three truth values, each with its trace',
  },
  { name: 'json-rules-engine', run: engineRun, note: 'the same rows as rules; a missing fact is undefined' },
  { name: 'bare loop', run: looped, note: 'the same rows, true or false, no reason' },
];

printRates('decision', 'decisions', await rates(contenders, Boolean), 'json-rules-engine');
