import { createRef, lazy, StrictMode, Suspense, version, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import { memoryDirectory } from '@everycontact/core/directory';
import { AdvicePrompt, type AdvicePromptElement, type AdvicePromptProps } from '../src/index.js';
import '../src/jsx.js';
import { aMoment, mount } from './page.js';

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const given = {
  pack: england,
  behaviour: 'smoking',
  method: 'vba',
  preview: true,
  open: true,
  undoSeconds: 0,
} as const;

/** The button of the element with this label, once it is drawn. */
const button = (element: Element, label: string) =>
  vi.waitFor(() => {
    const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent?.includes(label),
    );
    if (!found) throw new Error(`There is no button "${label}" in: ${element.shadowRoot?.textContent ?? ''}`);
    return found;
  }, patience);

/** The element, once React has drawn it. */
const elementIn = (place: Element) =>
  vi.waitFor(() => {
    const found = place.querySelector('advice-prompt');
    if (!found) throw new Error(`There is no prompt in: ${place.innerHTML}`);
    return found;
  }, patience);

function prompt(props: Partial<AdvicePromptProps>) {
  const ref = createRef<AdvicePromptElement>();
  const page = mount(
    <AdvicePrompt ref={ref} {...given} {...props}>
      Urgent help: call 999.
    </AdvicePrompt>,
  );
  return {
    ...page,
    element: () => vi.waitFor(() => ref.current ?? Promise.reject(new Error('no element yet')), patience),
  };
}

it('hands the record to onOutcome, once', async () => {
  const onOutcome = vi.fn<NonNullable<AdvicePromptProps['onOutcome']>>();
  const element = await prompt({ onOutcome }).element();
  (await button(element, 'No thanks')).click();
  await vi.waitFor(() => expect(onOutcome).toHaveBeenCalledOnce(), patience);
  await aMoment();
  expect(onOutcome).toHaveBeenCalledOnce();
  expect(onOutcome.mock.calls[0]![0].detail.record.outcome).toBe('declined');
});

it('sets objects as properties and the class as a class', async () => {
  const context = { 'context.age': 41 };
  const element = await prompt({ context, className: 'panel', lang: 'en' }).element();
  await vi.waitFor(() => expect(element.context).toBe(context), patience);
  expect([element.pack, element.className, element.hasAttribute('pack')]).toEqual([england, 'panel', false]);
});

it('tells of changes, of urgent help and of errors', async () => {
  const onChange = vi.fn();
  const onUrgent = vi.fn();
  const element = await prompt({ onChange, onUrgent }).element();
  (await button(element, 'Urgent help')).click();
  await vi.waitFor(() => expect([onUrgent.mock.calls.length, onChange.mock.calls.length]).toEqual([1, 2]), patience);

  const onError = vi.fn<NonNullable<AdvicePromptProps['onError']>>();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await prompt({ behaviour: 'knitting', onError }).element();
  await vi.waitFor(() => expect(onError).toHaveBeenCalled(), patience);
  expect(onError.mock.calls[0]![0].detail.message).toContain('knitting');
  said.mockRestore();
});

it('says what to write instead of "behavior" where nothing checks types', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await prompt({ hotkeys: 'on', ...{ behavior: 'smoking' } }).element();
  await vi.waitFor(() => expect(String(said.mock.calls)).toContain('Write "behaviour".'), patience);
  said.mockRestore();
});

it('tells that the panel was closed', async () => {
  const onClosed = vi.fn();
  const element = await prompt({ onClosed }).element();
  await button(element, 'No thanks');
  element.hide();
  await vi.waitFor(() => expect(onClosed).toHaveBeenCalledOnce(), patience);
});

it('leaves the panel to the reader where the page is drawn again', async () => {
  const page = (open: boolean | undefined, title: string) => (
    <AdvicePrompt {...given} open={open} title={title}>
      Urgent help: call 999.
    </AdvicePrompt>
  );
  const { place, render } = mount(page(false, 'one'));
  const element = await elementIn(place);
  const draw = async (open: boolean | undefined, title: string) => {
    render(page(open, title));
    await vi.waitFor(() => expect(element.title).toBe(title), patience);
    return element.open;
  };
  (await button(element, 'Start')).click();
  await button(element, 'No thanks');
  expect(await draw(false, 'opened by the reader')).toBe(true);
  expect(await draw(true, 'open for the page too')).toBe(true);
  element.hide();
  expect(await draw(true, 'closed by the reader')).toBe(false);
  expect(await draw(false, 'closed for the page too')).toBe(false);
  expect(await draw(true, 'opened by the page')).toBe(true);
  expect(await draw(undefined, 'left out')).toBe(false);
});

it('leaves the panel to the reader where React hides the page while something else is loaded', async () => {
  let arrive = () => {};
  const Late = lazy(
    () => new Promise<{ default: () => null }>((done) => (arrive = () => done({ default: () => null }))),
  );
  const page = (more?: ReactNode) => (
    <Suspense fallback="Loading">
      <AdvicePrompt {...given} open={false}>
        Urgent help: call 999.
      </AdvicePrompt>
      {more}
    </Suspense>
  );
  const { place, render } = mount(page());
  const element = await elementIn(place);
  (await button(element, 'Start')).click();
  await button(element, 'No thanks');
  render(page(<Late />));
  await vi.waitFor(() => expect(element.checkVisibility()).toBe(false), patience);
  arrive();
  await vi.waitFor(() => expect(element.checkVisibility()).toBe(true), patience);
  expect(element.open).toBe(true);
});

it('takes away what is no longer given: a callback, an option, what any element has', async () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const page = (props: Partial<AdvicePromptProps>) => (
    <AdvicePrompt {...given} {...props}>
      Urgent help: call 999.
    </AdvicePrompt>
  );
  const { place, render } = mount(page({ onClosed: first, compact: true, title: 'Advice' }));
  const element = await elementIn(place);
  await button(element, 'No thanks');
  expect([element.compact, element.getAttribute('title')]).toEqual([true, 'Advice']);
  render(page({ onClosed: second, title: undefined }));
  await vi.waitFor(() => expect(element.hasAttribute('title')).toBe(false), patience);
  await element.updateComplete;
  expect(element.compact).toBe(false);
  element.hide();
  await vi.waitFor(() => expect(second).toHaveBeenCalledOnce(), patience);
  expect(first).not.toHaveBeenCalled();
});

it('asks the directory once under React’s strict mode', async () => {
  const find = vi.fn(memoryDirectory([], '2026-11-22T09:00:00.000Z').find);
  const ref = createRef<AdvicePromptElement>();
  mount(
    <StrictMode>
      <AdvicePrompt ref={ref} {...given} context={{ 'context.age': 17 }} directoryPort={{ name: 'counted', find }}>
        Urgent help: call 999.
      </AdvicePrompt>
    </StrictMode>,
  );
  await vi.waitFor(() => expect(find).toHaveBeenCalled(), patience);
  await aMoment();
  expect(find).toHaveBeenCalledOnce();
});

it('takes over what a server has rendered, without a mismatch', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = '<advice-prompt class="panel">Urgent help: call 999.</advice-prompt>';
  const [served] = place.children;
  const onRecoverableError = vi.fn();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ref = createRef<AdvicePromptElement>();
  const root = hydrateRoot(
    place,
    <AdvicePrompt ref={ref} {...given} className="panel">
      Urgent help: call 999.
    </AdvicePrompt>,
    { onRecoverableError },
  );
  await vi.waitFor(() => expect(ref.current).toBe(served), patience);
  await button(ref.current!, 'No thanks');
  expect([onRecoverableError.mock.calls, said.mock.calls]).toEqual([[], []]);
  root.unmount();
  place.remove();
  said.mockRestore();
});

it('asks before the panel closes, and keeps it open for a callback that says so', async () => {
  const onDismiss = vi.fn<NonNullable<AdvicePromptProps['onDismiss']>>((event) => event.preventDefault());
  const onClosed = vi.fn();
  const element = await prompt({ onDismiss, onClosed }).element();
  (await button(element, 'No thanks')).click();
  (await button(element, 'Close')).click();
  await vi.waitFor(() => expect(onDismiss).toHaveBeenCalledOnce(), patience);
  await aMoment();
  expect([element.open, onClosed.mock.calls]).toEqual([true, []]);
});

// React 18 sets no properties on tags it does not know, and hears no events of theirs.
it.runIf(Number.parseInt(version) >= 19)('works as a plain tag: properties, events, class and ref', async () => {
  const ref = createRef<AdvicePromptElement>();
  const onOutcome = vi.fn();
  mount(
    <advice-prompt ref={ref} {...given} may-refer className="panel" onadvice-outcome={onOutcome}>
      Urgent help: call 999.
    </advice-prompt>,
  );
  const element = await vi.waitFor(() => ref.current ?? Promise.reject(new Error('no element yet')), patience);
  expect([element.pack, element.className, element.mayRefer]).toEqual([england, 'panel', true]);
  (await button(element, 'No thanks')).click();
  await vi.waitFor(() => expect(onOutcome).toHaveBeenCalledOnce(), patience);
});
