import { type Adaptation, fixedParts } from '../pack/adaptation.js';
import type { Finding, HelpLine, Pack } from '../pack/pack.js';
import { isUrgent } from '../rules/flag.js';
import { protectedTexts } from './protected-texts.js';

/** What an adaptation may not do to its base, each with where, what was found and what to do instead. */
export function refusals(base: Pack, local: Adaptation): readonly Finding[] {
  return [
    ...identity(base, local),
    ...Object.entries(fixedParts).flatMap(([part, instead]) =>
      Object.hasOwn(local, part)
        ? [problem('adaptation-fixed', part, 'a part that may be adapted', 'this one', instead)]
        : [],
    ),
    ...taken(base, local),
    ...safeguarding(local.safeguarding),
    ...switchedOff(base, local),
    ...texts(base, local),
    ...flags(base, local),
    ...urgentHelp(base, local),
    ...needs(base, local),
  ];
}

const problem = (code: string, where: string, expected: string, found: string, remedy: string): Finding => ({
  code,
  where,
  message: `expected ${expected}, found ${found}: ${remedy}`,
});

function identity(base: Pack, local: Adaptation): Finding[] {
  const written = `${base.id}@${base.version}`;
  return [
    ...(local.base === written
      ? []
      : [
          problem(
            'adaptation-base',
            'base',
            `the pack it was written for, "${local.base}"`,
            `"${written}"`,
            `hand in that pack; or read what changed, check every text, and write "${written}"`,
          ),
        ]),
    ...(local.id === base.id
      ? [problem('adaptation-taken', 'id', 'an id of its own', `"${local.id}", the base’s`, 'name the place')]
      : []),
  ];
}

/** Nothing of the base is replaced: the same id is refused, whatever stands under it. */
function taken(base: Pack, local: Adaptation): Finding[] {
  const named = (['behaviours', 'scripts', 'flags', 'sources'] as const).flatMap((part) =>
    Object.keys(local[part] ?? {}).flatMap((id) => (Object.hasOwn(base[part], id) ? [`${part}.${id}`] : [])),
  );
  const rules = (local.signposting ?? []).flatMap(({ id }) =>
    base.signposting.some((rule) => rule.id === id) ? [`signposting.${id}`] : [],
  );
  return [...named, ...rules].map((where) =>
    problem(
      'adaptation-taken',
      where,
      'a new id',
      'one that the base has',
      where.startsWith('flags.')
        ? 'a flag of the base stays as it is; add one of your own beside it'
        : 'choose another; to do without a behaviour or script of the base, name it under "off"',
    ),
  );
}

function safeguarding(line: HelpLine | undefined): Finding[] {
  if (!line)
    return [
      problem(
        'safeguarding-missing',
        'safeguarding',
        'whom a worker turns to',
        'nobody',
        'name a role and how to reach it',
      ),
    ];
  return line.phone || line.sms || line.url
    ? []
    : [problem('help-without-contact', 'safeguarding', 'a phone, text number or address', 'none', 'add one')];
}

function switchedOff(base: Pack, { off = [], scripts = {} }: Adaptation): Finding[] {
  const known = [...Object.keys(base.behaviours), ...Object.keys(base.scripts)];
  const left = [...Object.entries(base.scripts), ...Object.entries(scripts)].filter(
    ([id, { behaviour }]) => !off.includes(id) && !off.includes(behaviour),
  );
  return [
    ...off
      .filter((id) => !known.includes(id))
      .map((id) =>
        problem(
          'reference-missing',
          `off.${id}`,
          'a behaviour or script of the base',
          `"${id}"`,
          `the base has ${known.join(', ')}`,
        ),
      ),
    ...(left.length
      ? []
      : [problem('adaptation-empty', 'off', 'at least one script', 'none that is left on', 'switch off less')]),
  ];
}

function texts(base: Pack, local: Adaptation): Finding[] {
  const kept = protectedTexts(base);
  const locales = [...base.locales, ...(local.locales ?? [])];
  return Object.entries(local.texts ?? {}).flatMap(([locale, written]) => {
    if (!locales.includes(locale))
      return [
        problem(
          'locale-unknown',
          `texts.${locale}`,
          `one of ${locales.join(', ')}`,
          `"${locale}"`,
          'add it to "locales"',
        ),
      ];
    return Object.keys(written).flatMap((key) => {
      const reason = kept.get(key);
      if (reason === undefined || !Object.hasOwn(base.texts[locale] ?? {}, key)) return [];
      return [
        problem(
          'adaptation-locked',
          `texts.${locale}.${key}`,
          `the base’s words (${reason})`,
          'others',
          'leave it out, and ask the owner of the base to change it',
        ),
      ];
    });
  });
}

/** A new flag may add care; it may lead nobody round the gates of a script of the base. */
function flags(base: Pack, local: Adaptation): Finding[] {
  return Object.entries(local.flags ?? {}).flatMap(([id, flag]) => {
    if (isUrgent(flag)) return [];
    return Object.keys(flag.goTo ?? {})
      .filter((script) => Object.hasOwn(base.scripts, script))
      .map((script) =>
        problem(
          'adaptation-reroutes',
          `flags.${id}.goTo.${script}`,
          'a script of your own',
          'one of the base, whose gates stay',
          'leave it out; the notice is shown and the script goes on',
        ),
      );
  });
}

function urgentHelp(base: Pack, local: Adaptation): Finding[] {
  return Object.entries(local.urgentHelp ?? {}).flatMap(([id, added]) => {
    const where = `urgentHelp.${id}`;
    const card = Object.hasOwn(base.urgentHelp, id) ? base.urgentHelp[id] : undefined;
    if (!card)
      return [
        problem(
          'reference-missing',
          where,
          `a card of the base (${Object.keys(base.urgentHelp).join(', ')})`,
          `"${id}"`,
          'add your lines to one of those',
        ),
      ];
    const fields = Object.keys(added).filter((field) => field !== 'lines');
    return [
      ...fields.map((field) =>
        problem(
          'adaptation-locked',
          `${where}.${field}`,
          'only lines to add',
          'another part of the card',
          'leave it out',
        ),
      ),
      ...linesTaken(`${where}.lines`, card.lines, added.lines),
    ];
  });
}

/** A line of the base is neither replaced nor impersonated by its name. */
function linesTaken(where: string, before: readonly HelpLine[], added: readonly HelpLine[]): Finding[] {
  return added
    .filter((line) => before.some(({ id, name }) => line.id === id || line.name === name))
    .map(({ id }) =>
      problem(
        'adaptation-taken',
        `${where}.${id}`,
        'a line with an id and a name of its own',
        'one that the base has',
        'lines of the base stay; add yours beside them under another id and name',
      ),
    );
}

function needs(base: Pack, local: Adaptation): Finding[] {
  return Object.entries(local.needs ?? {}).flatMap(([id, need]) => {
    const where = `needs.${id}`;
    const before = Object.hasOwn(base.needs, id) ? base.needs[id] : undefined;
    if (before && 'name' in need)
      return [
        problem(
          'adaptation-taken',
          where,
          '"national" lines to add to a need of the base',
          'a need of its own under the same id',
          'choose another id, or change its texts',
        ),
      ];
    if (!before && !('name' in need))
      return [
        problem('reference-missing', where, 'a need of the base', 'none', 'give it "name", "noun" and "another"'),
      ];
    return before ? linesTaken(`${where}.national`, before.national, need.national) : [];
  });
}
