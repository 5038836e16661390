import { directionOf, EveryContactError } from '@everycontact/core';
import type { PageSettings } from '../src/pages/page-settings.js';
import { beginLaunch } from '../src/smart/launch.js';
import { keyOf, wordsIn } from '../src/smart/words.js';
import { block, part } from './page-parts.js';

// Where a record system opens the app (`?iss=…&launch=…`), or a worker chooses one.

const settings = block('settings') as PageSettings;
const { issuers, address, locale } = settings;
const say = wordsIn(locale);
const params = new URLSearchParams(location.search);
Object.assign(document.documentElement, { lang: locale, dir: directionOf(locale) });

if (params.has('iss')) await launch();
else choose();

async function launch(): Promise<void> {
  part('#state').textContent = say('opening');
  try {
    const page = { issuers, redirect: `${address}/app`, storage: sessionStorage, fetch, now: Date.now };
    location.replace(await beginLaunch(page, params));
  } catch (error) {
    console.error(String(error));
    part('#state').textContent = say(keyOf(error instanceof EveryContactError ? error.code : ''));
  }
}

function choose(): void {
  part('#state').textContent = say(issuers.length ? 'choose' : 'no-issuer');
  part('#records').replaceChildren(
    ...issuers.map(({ iss, name }) => {
      const link = document.createElement('a');
      link.href = `launch?${new URLSearchParams({ iss })}`;
      link.textContent = name;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }),
  );
}
