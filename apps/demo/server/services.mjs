import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listAge, readServices, reportLines } from '@everycontact/directory';
import { openServices, textsBeside, writeServices } from '@everycontact/directory/services-file';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The invented feeds, named from the root of the repository: a town in England, one in Denmark and one in Sweden. */
export const inventedFeeds = {
  en: 'apps/demo/feeds/england.json',
  da: 'apps/demo/feeds/denmark.json',
  sv: 'apps/demo/feeds/sweden.json',
};

/** A feed that cannot be read: nothing to show a stack for, only the one sentence. */
export class FeedError extends Error {}

/**
 * One feed, or services file, in the two forms that pages ask for, as JSON and as a services file, and what became of each record in plain words.
 *
 * @param {string} file a feed of any form `@everycontact/directory` reads; it is named so on the screen and in messages
 * @param {{ from?: string, fetchedAt?: string }} options `from` is the folder the name counts from
 * @returns {Promise<{ json: string, files: (name: string) => Map<string, Uint8Array>, count: number, stopSmoking: number, lines: string[] }>}
 *   `files` gives the services file and the files of records beside it, by address
 * @throws FeedError naming the file, what was found and what to do
 */
export async function loadServices(file, { from = root, fetchedAt = new Date().toISOString() } = {}) {
  const path = resolve(from, file);
  const {
    services,
    lines,
    asOf = fetchedAt,
  } = await (file.endsWith('.services') ? opened(path, file, fetchedAt) : read(path, file, fetchedAt));
  const stopSmoking = services.filter(({ needs }) => needs.some(({ need }) => need.startsWith('stop-smoking'))).length;
  return {
    json: JSON.stringify({ asOf, services }),
    files: (name) => servicesFile(name, services, asOf),
    count: services.length,
    stopSmoking,
    lines,
  };
}

function servicesFile(name, services, asOf) {
  const { index, texts } = writeServices(services, { asOf, texts: 'beside' });
  return new Map([[name, index], ...texts.map((shard, number) => [textsBeside(name, number), shard])]);
}

async function bytesOf(path, file) {
  try {
    return await readFile(path);
  } catch (error) {
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[error.code] ??
      error.message;
    throw new FeedError(
      `[everycontact/file-unreadable] Expected a feed at "${file}", but ${why}. Name a services, JSON or CSV file: npm start -- --directory FILE`,
    );
  }
}

async function read(path, feed, fetchedAt) {
  const bytes = await bytesOf(path, feed);
  return inOneSentence(feed, () => {
    const { services, report } = readServices(bytes, { feed, fetchedAt });
    return { services, lines: reportLines(report) };
  });
}

/** What an import has made already. */
async function opened(path, file, fetchedAt) {
  const bytes = await bytesOf(path, file);
  return inOneSentence(file, async () => {
    const texts = { texts: (number) => readFile(textsBeside(path, number)) };
    const list = openServices(bytes, existsSync(textsBeside(path, 0)) ? texts : {});
    const services = [];
    for (let number = 0; number < list.count; number += 1) services.push(await list.read(number));
    const { asOf, count } = list;
    return { services, asOf, lines: [`Services file "${file}": ${count} services, ${listAge(asOf, fetchedAt)}.`] };
  });
}

/** @param {string} file named where the message does not */
async function inOneSentence(file, reading) {
  try {
    return await reading();
  } catch (error) {
    if (error?.name !== 'EveryContactError') throw error;
    throw new FeedError(error.message.includes(file) ? error.message : `${file}: ${error.message}`);
  }
}
