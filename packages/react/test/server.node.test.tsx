import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { england } from '@everycontact/content';
import type { Directory } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { aQuery } from '@everycontact/core/testing';
import { emptyHistory, type Policy } from '@everycontact/core/prompting';
import { useContact, useDecision } from '../src/agenda.js';
import { useContactSession, useDirectory } from '../src/headless.js';
import { AdvicePrompt } from '../src/index.js';

it('renders the tag with its children where there is no window', () => {
  expect(typeof window).toBe('undefined');
  const html = renderToString(
    <AdvicePrompt
      pack={england}
      behaviour="smoking"
      subjectKey="7"
      mayRefer
      open
      className="panel"
      onOutcome={() => undefined}
    >
      <p>Urgent help: call 999.</p>
    </AdvicePrompt>,
  );
  expect(html).toBe('<advice-prompt class="panel"><p>Urgent help: call 999.</p></advice-prompt>');
});

it('renders the first screen of the host’s own markup, and asks no directory', () => {
  let asked = 0;
  const directory = memoryDirectory([], '2026-11-22T09:00:00.000Z');
  function Host() {
    const { view } = useContactSession({
      pack: england,
      script: 'smoking.vba',
      reader: { locale: 'en-GB', audience: 'worker' },
      occasion: { setting: 'patient' },
      context: { 'context.age': 17 },
      preview: true,
      directory: { name: 'counted', find: (query) => ((asked += 1), directory.find(query)) },
    });
    return <h2>{view.prompt?.text}</h2>;
  }
  expect(renderToString(<Host />)).toMatch(/^<h2>This topic is for adults/);
  expect(asked).toBe(0);
});

it('renders a list of services as being looked for, and asks no directory', () => {
  let asked = 0;
  const directory: Directory = {
    name: 'counted',
    find: () => Promise.reject(new Error(`asked ${(asked += 1)} times`)),
  };
  function List() {
    return <p>{JSON.stringify(useDirectory(directory, aQuery()).services)}</p>;
  }
  expect(renderToString(<List />)).toBe('<p>&quot;looking&quot;</p>');
  expect(asked).toBe(0);
});

it('renders the agenda of a contact over several behaviours, and what may be shown', () => {
  const policy: Policy = {
    schema: 'everycontact/policy@1',
    rules: [{ id: 'role', never: { fact: 'context.role', is: 'office' }, source: 'proposal' }],
    longestSnoozeDays: 30,
    preview: true,
  };
  function Host({ role }: { readonly role: string }) {
    const facts = { 'context.role': role };
    const mayShow = useDecision(england, policy, emptyHistory, facts).filter(({ show }) => show);
    const { view, records } = useContact({
      pack: england,
      reader: { locale: 'en-GB', audience: 'worker' },
      occasion: { setting: 'patient' },
      directory: memoryDirectory([], '2026-11-22T09:00:00.000Z'),
      policy,
      facts,
    });
    const topics = view.kind === 'agenda' ? view.topics.length : 0;
    return <p>{JSON.stringify({ topics: topics > 0, mayShow: mayShow.length > 0, records })}</p>;
  }
  const shown = (role: string) => renderToString(<Host role={role} />).replaceAll('&quot;', '"');
  expect(shown('care')).toBe('<p>{"topics":true,"mayShow":true,"records":[]}</p>');
  expect(shown('office')).toBe('<p>{"topics":false,"mayShow":false,"records":[]}</p>');
});
