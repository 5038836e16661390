import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { danish as danishCases, english as englishCases } from './cases.js';
import { Desk } from './desk.js';
import { danish, english } from './words.js';

const inDanish = document.documentElement.lang.startsWith('da');
const pack = inDanish
  ? (await import('../../klintkoebing.mjs')).klintkoebing
  : (await import('@everycontact/content/england')).england;

const place = document.getElementById('desk');
if (!place) throw new Error('The page has no #desk.');
createRoot(place).render(
  <StrictMode>
    <Desk
      pack={pack}
      locale={inDanish ? 'da-DK' : 'en-GB'}
      services={inDanish ? '/services.da.json' : '/services.json'}
      servicesFile={inDanish ? '/denmark.services' : '/england.services'}
      cases={inDanish ? danishCases : englishCases}
      words={inDanish ? danish : english}
    />
  </StrictMode>,
);
