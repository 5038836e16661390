import type { ContactRecord } from '@everycontact/core';

/** The record for the eye, one fact a line. The command's own words are English; the words of the talk are as they were shown. */
export function recordLines(record: ContactRecord): string[] {
  const { pack, place, locale, audience, setting, script, startedAt, endedAt, outcome, permission, reached } = record;
  const steps = Object.entries(reached).flatMap(([step, done]) => (done ? [step] : []));
  return [
    'Record',
    row('Outcome', outcome ?? 'none yet'),
    row('Script', `${script} of ${pack.id}@${pack.version}, ${place}, ${locale}`),
    row('For', `audience ${audience}, setting ${setting}`),
    row('Time', endedAt === undefined ? startedAt : `${startedAt} to ${endedAt}`),
    row('Reached', steps.join(', ') || 'nothing'),
    row('Permission', permission),
    ...record.answers.map(({ question, answer, setAside }) =>
      row('Answer', `“${question}” ${answer}${setAside ? ' (set aside)' : ''}`),
    ),
    ...record.results.map(({ of, value, band }) => row('Result', `${of} ${value}: ${band.text}`)),
    ...record.notices.map(({ flag, text }) => row('Notice', `${flag}: ${text}`)),
    ...record.advice.map(({ text, source }) => row('Advice', `“${text}” (${source.title}, ${source.publisher})`)),
    ...record.signposts.flatMap(signpostRows),
    ...(record.sensitive ? [row('Sensitive', 'label it, and consider hiding it from online access')] : []),
    row('Contact', record.contactId),
    row('Record id', record.recordId),
  ];
}

function signpostRows({ need, because, services, chosen }: ContactRecord['signposts'][number]): string[] {
  const local = services.length === 1 ? '1 local service' : `${services.length} local services`;
  return [
    row('Signpost', `${need}, ${local} shown. ${because}`.trimEnd()),
    ...chosen.map(({ name, how }) => row('', `${how}: ${name}`)),
  ];
}

const row = (name: string, text: string) => `  ${name.padEnd(12)}${text}`;
