import type { AnswerName } from '../pack/fact.js';
import { helpLines } from '../pack/help-lines.js';
import { interfaceTexts } from '../pack/interface-texts.js';
import type { Finding, Pack, Script } from '../pack/pack.js';
import { branchesOf, loopIn, targets } from '../pack/script-graph.js';
import { factsRead } from '../rules/condition.js';
import { isUrgent } from '../rules/flag.js';
import { inputsOf } from '../rules/measure.js';
import { capped, someOf } from './capped.js';
import { type Checker, checker } from './checker.js';
import { domainOf } from './domain-of.js';
import { limits } from './limits.js';

/**
 * Every reference in a pack that leads nowhere, all at once. A pack needs each text in each of its languages; an adapted
 * one, which has a `base`, in its first: the others fall back to it.
 */
export function references(pack: Pack, told = capped()): readonly Finding[] {
  const check = checker(pack, told);
  for (const [what, part] of [
    ['behaviour', 'behaviours'],
    ['script', 'scripts'],
    ['instrument', 'instruments'],
    ['flag', 'flags'],
    ['need', 'needs'],
  ] as const)
    check.look(what, Object.keys(pack[part]), part);
  check.look(
    'rule',
    pack.signposting.map(({ id }) => id),
    'signposting',
  );
  check.look('context fact', Object.keys(pack.context), 'context');
  for (const [id, context] of Object.entries(pack.context)) check.text(`context.${id}`, context.label);
  for (const [id, { name, need }] of Object.entries(pack.behaviours)) {
    check.text(`behaviours.${id}.name`, name);
    if (need !== undefined) check.has(`behaviours.${id}.need`, 'need', pack.needs, need);
  }
  for (const [id, script] of Object.entries(pack.scripts)) scriptReferences(pack, check, id, script);
  for (const [id, instrument] of Object.entries(pack.instruments)) {
    const where = `instruments.${id}`;
    if (instrument.continues) check.has(`${where}.continues`, 'instrument', pack.instruments, instrument.continues);
    if (isContinuedTooFar(pack, id))
      check.found(
        'loop',
        `${where}.continues`,
        `expected at most ${limits.continued} instruments in a row, found more or a circle: name what it continues, or leave it out`,
      );
    check.look(
      'item',
      instrument.items.map((item) => item.id),
      `${where}.items`,
    );
    check.text(`${where}.attribution`, instrument.attribution);
    for (const item of instrument.items) {
      check.text(`${where}.items.${item.id}`, item.text, ...item.options.map(({ text }) => text));
      for (const { implies = {} } of item.options)
        for (const [fact, is = ''] of Object.entries(implies))
          check.condition(`${where}.items.${item.id}`, { fact: fact as AnswerName, is });
    }
    check.bands(where, instrument.bands);
  }
  for (const measure of pack.measures) {
    check.source(`measures.${measure.of}`, measure.source);
    for (const fact of inputsOf(measure))
      if (domainOf(pack, fact)?.type !== 'number')
        check.found(
          'fact-unknown',
          `measures.${measure.of}`,
          `expected a number this pack can know, found "${fact}": ask for it, or correct the name`,
        );
    check.bands(`measures.${measure.of}`, measure.bands);
  }
  for (const [id, flag] of Object.entries(pack.flags)) flagReferences(pack, check, id, flag);
  check.has('helpAtHand', 'urgent help', pack.urgentHelp, pack.helpAtHand);
  for (const [id, help] of Object.entries(pack.urgentHelp)) {
    check.text(`urgentHelp.${id}`, help.heading, help.worker);
    check.look(
      'line',
      help.lines.map((line) => line.id),
      `urgentHelp.${id}.lines`,
    );
    if (!help.lines.some(({ phone, sms }) => phone ?? sms))
      check.found(
        'help-without-contact',
        `urgentHelp.${id}`,
        'expected a phone or text number, found none: add the place’s emergency number',
      );
  }
  if (!pack.place.facts.emergencyNumber)
    check.found(
      'help-without-contact',
      'place.facts.emergencyNumber',
      'expected the emergency number of the place, found none: add it',
    );
  for (const [id, need] of Object.entries(pack.needs)) check.text(`needs.${id}`, need.name, need.noun, need.another);
  for (const placed of helpLines(pack)) check.line(placed);
  for (const rule of pack.signposting) {
    const where = `signposting.${rule.id}`;
    check.has(where, 'need', pack.needs, rule.need);
    check.text(where, rule.why);
    check.source(where, rule.source);
    check.condition(`${where}.when`, rule.when);
  }
  for (const [id, fact] of Object.entries(pack.place.facts)) check.source(`place.facts.${id}`, fact.source);
  for (const key of Object.keys(interfaceTexts)) check.text('interface', key);
  placeholders(pack, check);
  return told.findings();
}

function isContinuedTooFar(pack: Pack, id: string): boolean {
  let at: string | undefined = id;
  for (let hops = 0; at !== undefined; hops += 1) {
    if (hops > limits.continued) return true;
    at = Object.hasOwn(pack.instruments, at) ? pack.instruments[at]?.continues : undefined;
  }
  return false;
}

function scriptReferences(pack: Pack, check: Checker, id: string, script: Script): void {
  const where = `scripts.${id}`;
  check.has(`${where}.behaviour`, 'behaviour', pack.behaviours, script.behaviour);
  check.has(`${where}.start`, 'step', script.steps, script.start);
  check.look('step', Object.keys(script.steps), `${where}.steps`);
  for (const [as, step] of Object.entries(script.endings)) {
    check.has(`${where}.endings.${as}`, 'step', script.steps, step);
    if (script.steps[step] && script.steps[step].kind !== 'close')
      check.found(
        'ending-not-close',
        `${where}.endings.${as}`,
        `expected a close step, found "${step}": declining is one step`,
      );
  }
  for (const [name, step] of Object.entries(script.steps)) {
    const at = `${where}.steps.${name}`;
    if (step.say === undefined && step.prompt === undefined && step.kind !== 'instrument')
      check.found('step-silent', at, 'expected words to say or a prompt, found neither: add one');
    check.text(at, step.say, step.prompt);
    if (step.kind === 'ask') {
      const { answer } = step;
      if (answer.type === 'choice') {
        check.text(`${at}.answer`, ...answer.options.map(({ text }) => text));
        check.look(
          'answer',
          answer.options.map(({ value }) => value),
          `${at}.answer`,
        );
      }
      if (answer.type === 'number') check.text(`${at}.answer`, answer.unit);
      if (answer.type === 'ruler') check.text(`${at}.answer`, answer.low, answer.high);
    }
    if (step.kind === 'instrument') check.has(`${at}.instrument`, 'instrument', pack.instruments, step.instrument);
    if (step.kind === 'advise') check.source(`${at}.source`, step.source);
    if (step.kind !== 'close') {
      for (const to of targets(step.next)) check.has(`${at}.next`, 'step', script.steps, to);
      for (const branch of branchesOf(step)) check.condition(`${at}.next`, branch.if);
    }
  }
  const length = Object.keys(script.steps).length;
  if (length > limits.steps)
    check.found('script-too-long', where, `expected at most ${limits.steps} steps, found ${length}: divide it`);
  const loop = length > limits.steps ? undefined : loopIn(script);
  if (loop)
    check.found(
      'loop',
      `${where}.steps.${loop.at(-1)}`,
      `expected every path to end, found ${loop.join(' → ')}: lead one of them on`,
    );
}

function flagReferences(pack: Pack, check: Checker, id: string, flag: Pack['flags'][string]): void {
  const where = `flags.${id}`;
  check.source(where, flag.source);
  if (!flag.when && !flag.observable)
    check.found('flag-unreachable', where, 'expected a condition or something observable, found neither: add one');
  if (flag.when) check.condition(`${where}.when`, flag.when);
  if (flag.observable) {
    check.text(where, flag.observable.label);
    const states = flag.observable.states;
    if (states !== undefined && pack.context[states]?.type !== 'yes-no')
      check.found(
        'fact-unknown',
        `${where}.observable.states`,
        `expected a yes-no context fact, found "${states}": declare it under context`,
      );
  }
  if (isUrgent(flag)) {
    check.has(`${where}.help`, 'urgent help', pack.urgentHelp, flag.help);
    const told = flag.when ? factsRead(flag.when).filter((name) => !/^(answer|item)\./.test(name)) : [];
    if (told.length || flag.observable?.states)
      check.found(
        'urgent-by-context',
        where,
        `expected answers and items only, found ${told.join(', ') || 'a stated fact'}: age, pregnancy or a score alone never opens urgent help`,
      );
    return;
  }
  check.text(where, flag.notice);
  for (const behaviour of flag.behaviours) check.has(`${where}.behaviours`, 'behaviour', pack.behaviours, behaviour);
  for (const need of flag.needs ?? []) check.has(`${where}.needs`, 'need', pack.needs, need);
  for (const [script, step] of Object.entries(flag.goTo ?? {})) {
    check.has(`${where}.goTo`, 'script', pack.scripts, script);
    check.has(`${where}.goTo.${script}`, 'step', pack.scripts[script]?.steps ?? {}, step);
  }
}

/** Parameters nothing fills: of a pack's own texts the facts of the place, of interface texts what core hands over. */
function placeholders(pack: Pack, check: Checker): void {
  const handedOver = interfaceTexts as Readonly<Record<string, readonly string[]>>;
  for (const [locale, texts] of Object.entries(pack.texts))
    for (const [key, { words }] of Object.entries(texts))
      for (const [, name = ''] of JSON.stringify(words).matchAll(/\{([\w-]+)\}/g)) {
        if (handedOver[key]?.includes(name) || Object.hasOwn(pack.place.facts, name)) continue;
        const allowed = [...(handedOver[key] ?? []), ...Object.keys(pack.place.facts)].map((one) => `{${one}}`);
        check.found(
          'placeholder-unbound',
          `texts.${locale}.${key}`,
          `expected ${someOf(allowed)}, found {${name}}: name a fact of the place`,
        );
      }
}
