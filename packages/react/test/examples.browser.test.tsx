import axe from 'axe-core';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { createSession, type ContactRecord } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { aService, choiceFor, type Example } from '@everycontact/core/testing';
import type { ContactProps } from '../examples/contact-props.js';
import { HelpBoundary } from '../examples/help-boundary.js';
import { MantinePage } from '../examples/mantine/page.js';
import { PlainContact } from '../examples/plain/contact.js';
import '../examples/plain/contact.css';
import { mount } from './page.js';

/** A busy machine draws late. */
const patience = { timeout: 10_000 };
const directory = memoryDirectory([aService({ id: 'quit', name: 'Quit clinic' })], '2026-11-22T09:00:00.000Z');

const faces: Record<string, (props: ContactProps) => ReactNode> = {
  'plain markup': (props) => <PlainContact {...props} />,
  Mantine: (props) => <MantinePage {...props} />,
};

/** Between them: permission, question, number, ruler, instrument, notice, urgent help, services, ticks, hiding, undo. */
const walks = [
  'smoker-referred',
  'pregnant-ticked',
  'under-18-known',
  'help-under-way',
  'hidden-and-shown',
  'alcohol-brief-increasing',
  'weight-brief-within',
  'smoking-ruler-told',
].map((id) => examples.england.find((one) => one.id === id)!);

/** The host says what the rules beside the step do not: a page has other landmarks and headings. */
const rules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

async function accessible(place: Element) {
  const { violations } = await axe.run(place, { rules, resultTypes: ['violations'] });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** A control as assistive technology finds it. */
const control = (role: 'button' | 'checkbox', name: string) =>
  vi.waitFor(() => page.getByRole(role, { name, exact: true }).first().element() as HTMLElement, patience);

/** The same contact without a screen, which says what each move of the example is called. */
function script({ script, occasion, context = {}, variant }: Example) {
  const reader = { locale: 'en-GB', audience: 'worker' as const, ...(variant !== undefined && { variant }) };
  const session = createSession({ pack: england, script, occasion, context, reader, directory, preview: true });
  session.subscribe(() => undefined);
  return session;
}

async function make(session: ReturnType<typeof script>, move: string) {
  await vi.waitFor(() => expect(JSON.stringify(session.view)).not.toContain('"looking"'), patience);
  const { view } = session;
  const { label, intent } = choiceFor(view, move);
  if (view.kind === 'number' && move.startsWith('answer:')) {
    const field = page.getByLabelText((view.say ?? view.prompt)!.text).element() as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, label);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form!.requestSubmit();
  } else {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    (await control(intent.type === 'observed' ? 'checkbox' : 'button', label)).click();
  }
  session.send(intent);
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});

describe.each(Object.entries(faces))('the example in %s', (_, face) => {
  /** Kinds of view that axe has seen in this face. */
  const looked = new Set<string>();

  it.each(walks)('goes through $id by role and name, with nothing for axe to find', async (example) => {
    const records: ContactRecord[] = [];
    const { script: id, occasion, context } = example;
    const given = { pack: england, script: id, locale: 'en-GB', directory, occasion };
    const { place } = mount(
      face({ ...given, ...(context && { context }), onRecord: (record) => records.push(record) }),
    );
    const session = script(example);
    await vi.waitFor(() => expect(place.querySelector('h2')).not.toBeNull(), patience);
    expect(place.contains(document.activeElement)).toBe(false);
    for (const move of example.moves) {
      const kind = session.view.hidden ? 'hidden' : session.view.kind;
      if (!looked.has(kind)) await accessible(place);
      looked.add(kind);
      await make(session, move);
    }
    await vi.waitFor(() => expect(records.map(({ outcome }) => outcome)).toEqual([example.expect.outcome]), patience);
  });

  it('moves the focus to the heading of each new step', async () => {
    const { place } = mount(face({ pack: england, script: 'smoking.vba', locale: 'en-GB', directory }));
    (await control('button', 'Yes')).click();
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H2'), patience);
    expect(place.contains(document.activeElement)).toBe(true);
  });

  it('says all that a reader has to know of a service, of one that is left out, and of what is not verified', async () => {
    const known = memoryDirectory(
      [
        aService({
          id: 'quit',
          name: 'Quit clinic',
          alert: 'Closed for repairs until Friday.',
          hoursText: 'Mondays',
          url: 'https://quit.example.org/',
          assuredOn: '2026-10-01',
          provenance: {
            feed: 'test',
            fetchedAt: '2026-11-22T09:00:00.000Z',
            attribution: 'Wexmarsh Council',
            licence: 'OGL 3.0',
          },
        }),
        aService({ id: 'odd', name: 'Odd clinic', url: 'javascript:alert(1)', email: 'a?bcc=c%40d.org@b.org' }),
        aService({ id: 'youth', name: 'Youth clinic', maximumAge: 25 }),
      ],
      '2026-11-22T09:00:00.000Z',
    );
    const now = () => '2026-11-22T09:00:00.000Z';
    const { place } = mount(
      face({
        pack: england,
        script: 'smoking.vba',
        locale: 'en-GB',
        directory: known,
        context: { 'context.age': 41 },
        now,
      }),
    );
    (await control('button', 'Yes')).click();
    (await control('button', 'Next')).click();
    await vi.waitFor(() => expect(place.textContent).toContain('Quit clinic'), patience);
    const says = place.textContent;
    for (const words of [
      'Closed for repairs until Friday.',
      'Mondays',
      'Last checked on 1 October 2026',
      'Wexmarsh Council, OGL 3.0',
    ])
      expect(says).toContain(words);
    expect(place.querySelector('details')?.textContent).toMatch(/Youth clinic.*25/);
    expect([...place.querySelectorAll('a')].map(({ href }) => href)).toContain('https://quit.example.org/');
    expect(place.innerHTML).not.toMatch(/javascript:|mailto:a/);
    expect(says).toContain('a?bcc=c%40d.org@b.org');
    expect(place.querySelector('h2 + small')?.textContent).toBe('[Draft]');
    await accessible(place);
  });

  it('keeps a number that is not on its grid from being an answer', async () => {
    const records: ContactRecord[] = [];
    const example = walks.find(({ id }) => id === 'weight-brief-within')!;
    const { script: id, occasion } = example;
    mount(
      face({ pack: england, script: id, locale: 'en-GB', directory, occasion, onRecord: (one) => records.push(one) }),
    );
    const session = script(example);
    for (const move of example.moves) {
      if (session.view.kind === 'number') break;
      await make(session, move);
    }
    const view = session.view as typeof session.view & { kind: 'number' };
    const name = (view.say ?? view.prompt)!.text;
    const field = await vi.waitFor(() => page.getByLabelText(name).element() as HTMLInputElement, patience);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, String(view.max + 1));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form!.requestSubmit();
    await vi.waitFor(() => expect(field.matches(':invalid, [aria-invalid=true]')).toBe(true), patience);
    expect(page.getByRole('heading', { name, exact: true }).elements()).toHaveLength(1);
  });
});

it('is told on the day that the page says: long past their review, texts are not shown', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { place } = mount(
    <HelpBoundary emergencyNumber="999">
      <PlainContact
        {...{ pack: england, script: 'smoking.vba', locale: 'en-GB', directory, now: () => '2027-12-01T09:00:00.000Z' }}
      />
    </HelpBoundary>,
  );
  await vi.waitFor(() => expect(place.querySelector('[role=alert]')).not.toBeNull(), patience);
  expect(place.querySelector('h2')).toBeNull();
  said.mockRestore();
});

it('leaves the emergency number where a contact cannot be drawn', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { place } = mount(
    <HelpBoundary emergencyNumber="999">
      <PlainContact pack={england} script="no-such.script" locale="en-GB" directory={directory} />
    </HelpBoundary>,
  );
  await vi.waitFor(() => expect(place.querySelector('[role=alert] a')?.getAttribute('href')).toBe('tel:999'), patience);
  said.mockRestore();
});
