import { EveryContactError, type ContextFacts, type ContextName, type Pack, type Value } from '@everycontact/core';

/**
 * `age=41` as the fact `context.age: 41`, in the type the pack declares. A name or value it does not know stays as it was
 * written: core refuses it, with the list of what there is.
 *
 * @throws EveryContactError `option-invalid` for one without `=`
 */
export function readContext(pack: Pack, written: readonly string[]): ContextFacts {
  return Object.fromEntries(written.map((one) => fact(pack, one)));
}

function fact(pack: Pack, written: string): [ContextName, Value] {
  const [name = '', value] = written.split(/=(.*)/s);
  if (!name || value === undefined) {
    const message = `--context: expected NAME=VALUE, e.g. age=41, found "${written}". Write the value after "=".`;
    throw new EveryContactError('option-invalid', '--context', message);
  }
  const full: ContextName = `context.${name.replace(/^context\./, '')}`;
  return [full, typed(pack, full, value)];
}

function typed(pack: Pack, name: ContextName, value: string): Value {
  const type = pack.context[name]?.type;
  if (type === 'number' && value.trim() && Number.isFinite(Number(value))) return Number(value);
  if (type === 'yes-no' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
