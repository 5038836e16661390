import '@everycontact/web-component/define';
import type { Pack } from '@everycontact/core';
import type { AdvicePrompt } from '@everycontact/web-component';
import type { PageSettings } from '../src/pages/page-settings.js';

/** The prompt of the page with the pack of the hub, still switched off: nobody is there yet. */
export async function promptOfPage(settings: PageSettings): Promise<{ prompt: AdvicePrompt; pack: Pack }> {
  const { pack } = (await import(new URL('pages/pack.js', document.baseURI).href)) as { pack: Pack };
  const prompt = document.querySelector('advice-prompt');
  if (!prompt) throw new Error('<advice-prompt> is not on the page');
  Object.assign(prompt, {
    pack,
    policy: settings.policy,
    preview: settings.demo,
    locale: settings.locale,
    ...(settings.hasServices && { directory: new URL('pages/services', document.baseURI).href }),
  });
  return { prompt, pack };
}
