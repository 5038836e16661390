import type {
  AnswerSpec,
  BandSet,
  FactName,
  FlagId,
  HelpLine,
  NeedId,
  Step,
  StepId,
  UrgentHelp,
} from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';
import { all, any, type Formula, isNever, never, not, type Place } from './formula.js';
import { type Flow, isAsked } from './flow.js';
import { type Basic, choice, type Choice, display, group, heading, help, number, worked, yesNo } from './items.js';
import { firstKnown, known } from './known.js';
import { type AskedItem, links, type Places, type ScorePlaces, skipped } from './places.js';
import { leastOf, measured, mostOf, sumOf } from './sums.js';
import type { Wording } from './wording.js';

type Item = r4.QuestionnaireItem;
/** A local offer, as it is read out: what a directory found for a need. */
export interface Offer {
  /** Its id in the directory. */
  readonly service: string;
  readonly name: string;
  readonly phone?: string;
  readonly url?: string;
}
export type Offers = Readonly<Record<NeedId, readonly Offer[]>>;

/** Writes the items of a form, part by part. */
export function writerOf(places: Places, flow: Flow, word: Wording, offers: Offers) {
  const { pack, script, sources } = places;
  const part = (of: string, name: string, basic: Omit<Basic, 'link'>): Basic => ({
    link: links.part(of, name),
    ...basic,
  });
  const skip: Choice = { code: skipped, text: word('ui.skip') };

  /** What is said aloud, and the note for the worker. */
  const said = (of: string, { say }: Step) =>
    say === undefined ? undefined : display(part(of, 'say', { text: word(say) }));
  const noted = (of: string, { prompt }: Step) =>
    prompt === undefined ? undefined : help(part(of, 'prompt', { text: word(prompt) }));

  /** A question is its own words; only where it has none the note stands in. */
  function asking(step: StepId, found: Step): Basic {
    const { say, prompt } = found;
    const text = say ?? prompt;
    return {
      link: step,
      ...(text !== undefined && { text: word(text) }),
      when: flow.reach(step),
      item: [say === undefined ? undefined : noted(step, found)],
    };
  }

  function question(step: StepId, found: Step, answer: AnswerSpec): readonly Item[] {
    const place = places.questions.get(step);
    const basic = asking(step, found);
    if (!place) return [];
    if (answer.type === 'choice') {
      const options = answer.options.filter(({ value }) => place.values?.includes(value));
      return [choice(basic, place, [...options.map(({ value, text }) => ({ code: value, text: word(text) })), skip])];
    }
    const ways = places.skips.get(step);
    const past = ways ? [choice({ link: ways.link, when: flow.reach(step) }, ways, [skip])] : [];
    if (answer.type === 'number')
      return [number(basic, place, answer.min, answer.max, word(answer.unit).text), ...past];
    const ends = help(part(step, 'ends', { text: word((say) => `0: ${say(answer.low)}. 10: ${say(answer.high)}.`) }));
    return [number({ ...basic, item: [...(basic.item ?? []), ends] }, place, 0, 10), ...past];
  }

  function instrument(step: StepId, found: Step): Item | undefined {
    const score = places.scores.get(step);
    const own = places.items.get(step) ?? [];
    const { attribution } = pack.instruments[score?.instrument ?? ''] ?? {};
    return group({
      link: step,
      text: word(() => score?.instrument.toUpperCase() ?? step),
      when: flow.reach(step),
      item: [
        said(step, found),
        noted(step, found),
        ...own.map(itemOf),
        ...(score ? scoreItems(score) : []),
        attribution === undefined ? undefined : display(part(step, 'attribution', { text: word(attribution) })),
      ],
    });
  }

  function itemOf(asked: AskedItem): Item {
    const { item, place } = asked;
    const choices = item.options.map(({ value, text, points }) => ({ code: value, text: word(text), weight: points }));
    return choice({ link: place.link, text: word(item.text), when: isAsked(asked) }, place, [...choices, skip]);
  }

  /** The sum, and the two ends of what it can still be, by which the script goes on. */
  function scoreItems(score: ScorePlaces): readonly Item[] {
    const name = word(() => score.instrument.toUpperCase());
    return [
      worked({ link: score.score.link, text: name }, score.score, sumOf(score), false),
      worked({ link: score.least.link }, score.least, leastOf(score), true),
      worked({ link: score.most.link }, score.most, mostOf(score), true),
    ];
  }

  function bandItems(link: string, place: Place, sets: readonly BandSet[]): readonly Item[] {
    const applies = firstKnown(
      sets.map(({ when }) => when ?? { all: [] }),
      sources,
    );
    return sets.flatMap(({ bands: own }, set) =>
      own.map((band, at) => {
        const beyond = own
          .map(({ from }) => from)
          .filter((from) => from > band.from)
          .sort((a, b) => a - b)[0];
        const within: Formula[] = [{ at: place, atLeast: band.from }];
        if (beyond !== undefined) within.push({ at: place, below: beyond });
        return display({
          link: `${link}.${set}.${at}`,
          text: word(band.text),
          when: all(applies[set] ?? never, ...within),
        });
      }),
    );
  }

  /** The needs that a signpost step names: those of the rules that hold, else the one of its behaviour. */
  function signposts(step: StepId): readonly (Item | undefined)[] {
    const needs = new Map<NeedId, Formula>();
    for (const { when, need } of pack.signposting) {
      const { yes } = known(when, sources);
      if (!isNever(yes)) needs.set(need, any(needs.get(need) ?? never, yes));
    }
    const { need: usual } = pack.behaviours[script.behaviour] ?? {};
    if (usual !== undefined) {
      const none = not(any(...needs.values()));
      needs.set(usual, any(needs.get(usual) ?? never, none));
    }
    return [...needs].map(([need, when]) => offered(step, need, when));
  }

  /** What is on offer for a need: local services first, the national lines always. What was handed over is ticked. */
  function offered(of: string, need: NeedId, when?: Formula): Item | undefined {
    const { name, national } = pack.needs[need] ?? { name: need, national: [] };
    const local = (offers[need] ?? []).map(({ service, name: title, phone, url }): Choice => {
      const ways = [phone, url].filter((way) => way !== undefined);
      return { code: service, text: word(() => (ways.length ? `${title}: ${ways.join(', ')}` : title)) };
    });
    const lines = national
      .filter(({ workerOnly }) => !workerOnly)
      .map((one) => ({ code: one.id, text: word.line(one) }));
    const choices = [...local, ...lines];
    if (!choices.length) return display(part(of, `need.${need}`, { text: word(name), when }));
    const place: Place = {
      link: links.part(of, `need.${need}`),
      values: choices.map(({ code }) => code),
      several: true,
    };
    return choice({ link: place.link, text: word(name), when }, place, choices);
  }

  function card(of: string, { heading, worker, lines }: UrgentHelp, when?: Formula): Item | undefined {
    const readable = lines.filter(({ workerOnly }) => !workerOnly);
    return group({
      link: of,
      text: word(heading),
      when,
      item: [
        display(part(of, 'worker', { text: word(worker) })),
        ...readable.map((line: HelpLine) => display(part(of, `line.${line.id}`, { text: word.line(line) }))),
      ],
    });
  }

  return {
    step(step: StepId, found: Step): readonly (Item | undefined)[] {
      const basic = { link: step, when: flow.reach(step) };
      const note = found.say === undefined ? undefined : noted(step, found);
      const spoken = { ...basic, text: word(found.say ?? found.prompt ?? 'ui.say') };
      switch (found.kind) {
        case 'permission': {
          const place = places.questions.get(step);
          const choices = [
            { code: 'yes', text: word('ui.yes') },
            { code: 'no', text: word('ui.no') },
          ];
          return place ? [choice(asking(step, found), place, choices)] : [];
        }
        case 'ask':
          return question(step, found, found.answer);
        case 'instrument':
          return [instrument(step, found)];
        case 'signpost':
          return [heading({ ...spoken, item: [note, ...signposts(step)] })];
        case 'advise':
        case 'close':
          return [heading({ ...spoken, item: [note] })];
      }
    },

    /** What sums and measures mean: with advice, once they are certain. */
    results(): Item | undefined {
      const scores = [...places.scores.values()].map(({ score, instrument: name }) => ({
        name,
        place: score,
        sets: pack.instruments[name]?.bands ?? [],
      }));
      const measures = [...places.measures].map(([{ of: name, bands: sets }, place]) => ({ name, place, sets }));
      const advice = Object.entries(script.steps).filter(([, { kind }]) => kind === 'advise');
      return group({
        link: links.results,
        when: any(...advice.map(([step]) => flow.reach(step))),
        item: [...scores, ...measures].flatMap(({ name, place, sets }) =>
          bandItems(`${links.results}.${name}`, place, sets),
        ),
      });
    },

    /** A flag's own words, and what it leads to. */
    flag(flag: FlagId): Item | undefined {
      const found = pack.flags[flag];
      if (!found) return undefined;
      const [link, when] = [links.flag(flag), flow.stands(found, flag)];
      if ('help' in found) {
        const shown = pack.urgentHelp[found.help];
        return isNever(when) || !shown ? undefined : card(link, shown, when);
      }
      if (isNever(when)) return undefined;
      const needs = found.needs ?? [];
      return heading({ link, when, text: word(found.notice), item: needs.map((need) => offered(link, need)) });
    },

    /** What only the worker can see. */
    observed(): Item | undefined {
      const ticks = places.observed.values ?? [];
      const choices = ticks.flatMap((flag) => {
        const label = pack.flags[flag]?.observable?.label;
        return label === undefined ? [] : [{ code: flag, text: word(label) }];
      });
      return choices.length
        ? choice({ link: links.observed, text: word('ui.observe') }, places.observed, choices)
        : undefined;
    },

    /** What else a host may know beforehand. */
    context(): readonly Item[] {
      return [...places.context.values()].map(({ fact, place }) => {
        const basic = { link: place.link, text: word(fact.label) };
        if (fact.type === 'choice')
          return choice(
            basic,
            place,
            fact.values.map((code) => ({ code, text: word(() => code) })),
          );
        return fact.type === 'number' ? number(basic, place, fact.min, fact.max) : yesNo(basic);
      });
    },

    measures: (): readonly Item[] =>
      [...places.measures].map(([measure, place]) => {
        const at = (fact: FactName): Place => {
          const source = sources.get(fact);
          return source?.kind === 'number' ? source.place : place;
        };
        return worked({ link: place.link }, place, measured(measure, at), true);
      }),

    /** The ways to end that are always there; each leads to its own closing words. */
    ended(): Item {
      const labels = {
        declined: 'ui.decline',
        'not-now': 'ui.not-now',
        'already-supported': 'ui.already-supported',
        'not-appropriate': 'ui.not-appropriate',
        stopped: 'ui.stop',
      } as const;
      const choices = Object.entries(labels).map(([code, label]) => ({ code, text: word(label) }));
      return choice({ link: links.ended, text: word('ui.stop') }, places.ended, choices);
    },

    /** Urgent help, whatever was answered. */
    help(): Item | undefined {
      const shown = pack.urgentHelp[pack.helpAtHand];
      return shown && card(links.help, shown);
    },
  };
}
