import { expect, it, vi } from 'vitest';
import { england } from '@everycontact/content';
import { mount } from './page.js';

/** As an older version, loaded by a script tag of the page before ours. */
class Older extends HTMLElement {}

it('hands properties, and no attributes, to an element of another version', async () => {
  customElements.define('advice-prompt', Older);
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { AdvicePrompt } = await import('../src/index.js');
  expect(String(said.mock.calls)).toContain('tag-taken');
  said.mockRestore();

  const { place } = mount(
    <AdvicePrompt pack={england} mayRefer className="panel">
      Urgent help: call 999.
    </AdvicePrompt>,
  );
  const element = await vi.waitFor(() => {
    const found = place.querySelector('advice-prompt');
    if (!found) throw new Error(`There is no prompt in: ${place.innerHTML}`);
    return found;
  });
  expect([element.pack, element.mayRefer]).toEqual([england, true]);
  expect(element.getAttributeNames()).toEqual(['class']);
});
