import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { england } from '@everycontact/content';
import { memoryDirectory } from '@everycontact/core';
import { useContactSession } from '../src/headless.js';
import { AdvicePrompt } from '../src/index.js';

it('renders the tag with its children where there is no window', () => {
  expect(typeof window).toBe('undefined');
  const html = renderToString(
    <AdvicePrompt pack={england} className="panel" onOutcome={() => undefined}>
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
