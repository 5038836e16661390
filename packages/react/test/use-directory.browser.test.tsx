import { StrictMode, Suspense, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import type { Directory, DirectoryAnswer, DirectoryQuery, Signal } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { aQuery, aService } from '@everycontact/core/testing';
import { useDirectory, type DirectoryQuestion, type LookUp } from '../src/headless.js';
import { aMoment, mount } from './page.js';

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const asOf = '2026-11-22T09:00:00.000Z';
const { at: _, ...question } = aQuery();

/** A directory that answers when the test says so. */
function slow() {
  const asked: { query: DirectoryQuery; signal: Signal; answer: (name: string) => void; fail: () => void }[] = [];
  const directory: Directory = {
    name: 'slow',
    find: (query, options) =>
      new Promise<DirectoryAnswer>((resolve, reject) => {
        asked.push({
          query,
          signal: options!.signal!,
          answer: (id) => {
            const services = [aService({ id, name: id, needs: [{ need: query.need, how: 'main' }] })];
            resolve(memoryDirectory(services, asOf).find(query));
          },
          fail: () => reject(new Error('The line is down.')),
        });
      }),
  };
  return { asked, directory };
}

interface HostProps {
  readonly directory: Directory | undefined;
  readonly query: DirectoryQuestion | undefined;
  readonly onLookUp: (lookUp: LookUp) => void;
  readonly children?: ReactNode;
}

function Host({ directory, query, onLookUp, children }: HostProps) {
  const lookUp = useDirectory(directory, query, { now: () => asOf });
  onLookUp(lookUp);
  const { services, again } = lookUp;
  return (
    <section>
      <p>{typeof services === 'object' ? services.matches.map(({ name }) => name).join() : (services ?? 'nothing')}</p>
      <button onClick={again}>Again</button>
      {children}
    </section>
  );
}

function host(directory: Directory | undefined, query?: DirectoryQuestion, wrap = (node: ReactNode) => node) {
  const shown: LookUp[] = [];
  const draw = (now: Directory | undefined, next?: DirectoryQuestion, children?: ReactNode) =>
    wrap(
      <Host directory={now} query={next} onLookUp={(lookUp) => shown.push(lookUp)}>
        {children}
      </Host>,
    );
  const page = mount(draw(directory, query));
  return {
    ...page,
    shown,
    says: (words: string) => vi.waitFor(() => expect(page.place.querySelector('p')?.textContent).toBe(words), patience),
    again: (next?: DirectoryQuestion, now = directory, children?: ReactNode) => page.render(draw(now, next, children)),
    press: () => page.place.querySelector('button')!.click(),
  };
}

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), patience);

it('looks, and then shows what was found', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await list.says('looking');
  await until(() => asked.length === 1);
  expect(asked[0]!.query).toEqual({ ...question, at: asOf });
  asked[0]!.answer('choir');
  await list.says('choir');
});

it('is looking while the page has no directory yet, and asks the one that comes', async () => {
  const { asked, directory } = slow();
  const list = host(undefined, question);
  await list.says('looking');
  list.again(question, directory);
  await until(() => asked.length === 1);
  asked[0]!.answer('choir');
  await list.says('choir');
});

it('needs no directory where there is no question', async () => {
  await host(undefined).says('nothing');
});

it('asks nothing while there is no question', async () => {
  const { asked, directory } = slow();
  const list = host(directory);
  await list.says('nothing');
  await aMoment();
  expect(asked).toEqual([]);
});

it('does not ask again for another object of the same content', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await until(() => asked.length === 1);
  asked[0]!.answer('choir');
  await list.says('choir');
  list.again(structuredClone(question));
  await aMoment();
  expect(asked).toHaveLength(1);
  expect(list.shown.at(-1)!.services).toBe(list.shown.find(({ services }) => typeof services === 'object')!.services);
});

it('stops a look-up whose question is over, and drops its late answer', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await until(() => asked.length === 1);
  list.again({ ...question, need: 'young-people' });
  await until(() => asked.length === 2);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  asked[1]!.answer('teens');
  await list.says('teens');
  asked[0]!.answer('choir');
  await aMoment();
  await list.says('teens');
});

it('shows nothing of the person before, not for one drawing', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await until(() => asked.length === 1);
  asked[0]!.answer('choir');
  await list.says('choir');
  const before = list.shown.length;
  list.again({ ...question, facts: { 'context.age': 17 } });
  await list.says('looking');
  expect(list.shown.slice(before).map(({ services }) => services)).toEqual(
    list.shown.slice(before).map(() => 'looking'),
  );
});

it('asks another directory anew', async () => {
  const [first, second] = [slow(), slow()];
  const list = host(first.directory, question);
  await until(() => first.asked.length === 1);
  list.again(question, second.directory);
  await until(() => second.asked.length === 1);
  expect(first.asked[0]!.signal.aborted).toBe(true);
});

it('says that the directory failed and why, and asks again when told to', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await until(() => asked.length === 1);
  asked[0]!.fail();
  await list.says('unavailable');
  expect(list.shown.at(-1)!.reason).toBe('The line is down.');
  list.press();
  await list.says('looking');
  await until(() => asked.length === 2);
  asked[1]!.answer('choir');
  await list.says('choir');
  expect(list.shown.at(-1)!.reason).toBeUndefined();
});

it('says so too where the directory throws instead of answering', async () => {
  const directory: Directory = {
    name: 'broken',
    find: () => {
      throw new Error('Not a directory.');
    },
  };
  const list = host(directory, question);
  await list.says('unavailable');
  expect(list.shown.at(-1)!.reason).toBe('Not a directory.');
});

it('asks once under React’s strict mode', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question, (node) => <StrictMode>{node}</StrictMode>);
  await until(() => asked.length === 1);
  asked[0]!.answer('choir');
  await list.says('choir');
  expect(asked).toHaveLength(1);
});

it('stops its look-up when it leaves the screen', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question);
  await until(() => asked.length === 1);
  list.unmount();
  await until(() => asked[0]!.signal.aborted);
});

it('keeps its answer while a part of the screen waits under Suspense', async () => {
  const { asked, directory } = slow();
  const list = host(directory, question, (node) => <Suspense fallback={<p>waiting</p>}>{node}</Suspense>);
  await until(() => asked.length === 1);
  asked[0]!.answer('choir');
  await list.says('choir');
  let arrived = false;
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = () => {
      arrived = true;
      resolve();
    };
  });
  const Late = () => {
    // What React calls suspending: a component throws a promise.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!arrived) throw arrival;
    return <i>arrived</i>;
  };
  list.again(question, directory, <Late />);
  await until(() => [...list.place.querySelectorAll('p')].some(({ textContent }) => textContent === 'waiting'));
  arrive();
  await until(() => list.place.querySelector('i') !== null && !list.place.textContent.includes('waiting'));
  await list.says('choir');
  expect(asked).toHaveLength(1);
});
