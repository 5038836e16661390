import type { Directory, DirectoryAnswer, Instant, Service } from '@everycontact/core';
import { refuse } from './failure.js';
import { part } from './parts.js';

const meanwhile = 'until then the national line is shown.';

/** The one file a page may name: services in compact form, with the instant they were last known to be true. */
interface ServiceFile {
  readonly asOf: Instant;
  readonly services: readonly Service[];
}

/**
 * A directory behind an address. Nothing is asked for before the first look-up; the file is then kept in memory, and
 * asked for again only where it could not be had.
 */
export const fileDirectory = (address: string): Directory => opened('file', () => fetchServices(address));

/** Services that are here already. @param asOf when they were last known to be true */
export const heldDirectory = (services: readonly Service[], asOf: Instant): Directory =>
  opened('memory', () => fromMemory(services, asOf));

/** A directory that is opened at the first look-up and kept; one that could not be had is opened again at the next. */
function opened(name: string, open: () => Promise<Directory>): Directory {
  let directory: Promise<Directory> | undefined;
  return {
    name,
    find(query, options): Promise<DirectoryAnswer> {
      directory ??= open();
      directory.catch(() => {
        directory = undefined;
      });
      return directory.then((found) => found.find(query, options));
    },
  };
}

/** What ranks and explains services is a part: a page without a look-up never loads it. */
async function fromMemory(services: readonly Service[], asOf: Instant): Promise<Directory> {
  if (services.length === 0) return { name: 'none', find: () => Promise.resolve({ matches: [], excluded: [], asOf }) };
  const { memoryDirectory } = await part('directory');
  return memoryDirectory(services, asOf);
}

async function fetchServices(address: string): Promise<Directory> {
  const response = await fetch(address, { referrerPolicy: 'no-referrer' }).catch((reason: unknown): never => {
    throw failed(address, String(reason));
  });
  if (!response.ok) throw failed(address, `the status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const reader = bytes[0] === servicesFile ? await part('services') : undefined;
  if (reader) return reader.open(bytes, address);
  const text = new TextDecoder().decode(bytes);
  const file = parsed(text);
  if (!Array.isArray(file?.services) || typeof file.asOf !== 'string') throw failed(address, text.slice(0, 60));
  return fromMemory(file.services, file.asOf);
}

/** The first letter of a services file; no JSON begins so. */
const servicesFile = 'e'.charCodeAt(0);

function parsed(text: string): Partial<ServiceFile> | undefined {
  try {
    return JSON.parse(text) as Partial<ServiceFile>;
  } catch {
    return undefined;
  }
}

const failed = (address: string, found: string) =>
  refuse(
    'directory-failed',
    'directory',
    `at "${address}"`,
    'JSON of the form { "asOf": …, "services": [ … ] }',
    found,
    `Check the attribute "directory"; ${meanwhile}`,
  );

/** The same directory, telling of each failure before core turns it into the national line. */
export function watched(directory: Directory, onFailure: (reason: unknown) => void): Directory {
  const { name } = directory;
  return {
    name,
    async find(query, options) {
      try {
        const answer = await Promise.race([directory.find(query, options), tooLate(name)]);
        if (isAnswer(answer)) return answer;
        throw broken(name, '{ matches, excluded, asOf }', 'something else');
      } catch (reason) {
        if (!options?.signal?.aborted) onFailure(failureOf(name, reason));
        throw reason;
      }
    },
  };
}

/** How long a worker can be told that we are looking, in milliseconds. */
const patience = 10_000;

const tooLate = (name: string) =>
  new Promise<never>((_, fail) => {
    setTimeout(() => fail(broken(name, 'an answer', `none within ${patience / 1000} seconds`)), patience);
  });

/** Whatever a directory of the host's throws, as a failure of the directory. */
function failureOf(name: string, reason: unknown): unknown {
  const { name: kind, message = reason } = Object(reason) as Partial<Error>;
  if (kind === 'EveryContactError') return reason;
  return broken(name, 'an answer', String(message).replace(/\.$/, ''));
}

const broken = (name: string, expected: string, found: string) =>
  refuse('directory-failed', 'directoryPort', `of the directory "${name}"`, expected, found, `Mend it; ${meanwhile}`);

function isAnswer(answer: DirectoryAnswer): boolean {
  return Array.isArray(answer?.excluded) && answer.matches?.every(({ reasons }) => Array.isArray(reasons));
}
