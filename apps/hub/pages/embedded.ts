import { directionOf } from '@everycontact/core';
import { listenForHostContext, setHostContext, tellHost } from '@everycontact/web-component/host';
import type { Arrival } from '../src/embedded/arrival.js';
import type { PageSettings } from '../src/pages/page-settings.js';
import { block, neverFromStore } from './page-parts.js';
import { promptOfPage } from './prompt-page.js';

// The prompt in a frame, with the context that the hub has read from a signed address, or with those that the page around it
// sends. The address itself is used no more.

const settings = block('settings') as PageSettings;
const { origins, signed } = block('arrival') as Arrival;
history.replaceState(null, '', location.pathname);
neverFromStore();

const { prompt } = await promptOfPage(settings);
const locale = signed?.context.locale ?? settings.locale;
Object.assign(document.documentElement, { lang: locale, dir: directionOf(locale) });
Object.assign(prompt, settings.worker);
if (signed) {
  setHostContext(prompt, signed.context);
  for (const origin of origins) tellHost(prompt, { origin, link: signed.link });
} else listenForHostContext(prompt, { origins });
Object.assign(prompt, { disabled: false, open: true });
