import { expect, userEvent, within } from 'storybook/test';
import { draw } from './draw.js';
import type { PromptArgs, Shown } from './prompt-args.js';
import { drawn, type Played, until, walk } from './walk.js';

export default {
  title: 'Try it/In a dialog',
  component: 'advice-prompt',
  tags: ['!autodocs'],
  args: { behaviour: 'smoking', method: 'vba', audience: 'worker', setting: 'patient', open: false, launcher: 'never' },
  parameters: { place: 'england' },
  globals: { width: 'full' },
};

/** Never modal by itself: the page asks for it, with a dialog of its own. */
export const ModalWhereThePageAsks = {
  args: { moves: ['answer:yes', 'next', 'told', 'next', 'done'] },
  parameters: { outcome: 'told' },

  render(args: PromptArgs, shown: Shown): HTMLElement {
    const stage = draw.element(args, shown);
    const prompt = stage.querySelector('advice-prompt') as HTMLElementTagNameMap['advice-prompt'];
    const opener = button('A short conversation');
    const dialog = Object.assign(document.createElement('dialog'), { ariaLabel: opener.textContent });
    const leave = Object.assign(document.createElement('form'), { method: 'dialog' });
    leave.append(button('Close', 'submit'));
    dialog.append(leave, prompt);
    stage.append(opener, dialog);
    opener.addEventListener('click', () => {
      prompt.show();
      dialog.showModal();
      void prompt.updateComplete.then(() => prompt.focus());
    });
    prompt.addEventListener('advice-closed', () => dialog.close());
    dialog.addEventListener('close', () => {
      if (!dialog.open) prompt.hide();
    });
    return stage;
  },

  async play(played: Played): Promise<void> {
    const { canvasElement } = played;
    const opener = within(canvasElement).getByRole('button', { name: 'A short conversation' });
    const modal = () => canvasElement.querySelector('dialog:modal');
    const inside = (selector: string) =>
      canvasElement.querySelector('advice-prompt')?.shadowRoot?.querySelector(selector);
    // Its pack has been read.
    await until(() => inside('.live') && !inside('slot'));
    await userEvent.click(opener);
    const prompt = await drawn(canvasElement);
    await expect(modal()?.contains(prompt)).toBe(true);
    await expect(prompt.offsetWidth).toBeGreaterThan(240);
    await until(() => prompt.shadowRoot?.activeElement?.matches('.heading'));
    await walk(played);
    prompt.shadowRoot?.querySelector<HTMLElement>('.onward button')?.click();
    await until(() => !modal());
    await expect(opener).toHaveFocus();
    await userEvent.click(opener); // open, for whoever looks
    await drawn(canvasElement);
  },
};

function button(text: string, type: 'button' | 'submit' = 'button'): HTMLButtonElement {
  return Object.assign(document.createElement('button'), { type, textContent: text });
}
