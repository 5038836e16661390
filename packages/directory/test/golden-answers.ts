import { aQuery } from '@everycontact/core/testing';
import { openServices, writeServices } from '@everycontact/directory/services-file';
import { inventedServices } from './invented-services.js';

/** A digest of text, by whole numbers alone. */
function digest(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0;
  return sum >>> 0;
}

const shown = (list: readonly { readonly service: string; readonly metres?: number }[]) =>
  list.map(({ service, metres }) => [service, metres]);

/** One invented directory, written, opened and asked: what every engine must give alike, to the byte. */
export async function goldenAnswers() {
  const { index } = writeServices(inventedServices(1_500, 42), { asOf: '2026-11-21T06:00:00.000Z' });
  const directory = openServices(index);
  directory.verify();
  const places = [
    { latitude: 51.4032, longitude: -2.5987 },
    { latitude: 53.8, longitude: -1.5 },
    { latitude: 55.12345, longitude: -3.98765 },
  ];
  const found = places.map((near) => directory.search({ need: 'stop-smoking', age: 41, selfReferral: true, near }));
  const answers = await Promise.all(
    places.map((near) =>
      directory.find(
        aQuery({
          facts: { 'context.age': 41, 'context.language': 'ti' },
          occasion: { setting: 'patient', near },
          limit: 10,
        }),
      ),
    ),
  );
  return {
    bytes: digest(index.join()),
    found,
    answers: answers.map(({ matches, excluded }) => digest(JSON.stringify([shown(matches), shown(excluded)]))),
  };
}
