import type { Directory, DirectoryAnswer, Instant, Service } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { refuse } from './failure.js';

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
export function fileDirectory(address: string): Directory {
  let file: Promise<Directory> | undefined;
  return {
    name: 'file',
    find(query, options): Promise<DirectoryAnswer> {
      file ??= fetchServices(address);
      file.catch(() => {
        file = undefined;
      });
      return file.then((directory) => directory.find(query, options));
    },
  };
}

/** Opens a services file, which is no JSON; its records are fetched from beside the address. */
export type OpenServices = (bytes: Uint8Array, address: string) => Promise<Directory>;
let openServices: OpenServices | undefined;

/** How services files are opened: the script tag loads the reader when it meets one. */
export function openServicesWith(open: OpenServices): void {
  openServices = open;
}

async function fetchServices(address: string): Promise<Directory> {
  const response = await fetch(address, { referrerPolicy: 'no-referrer' });
  if (!response.ok) throw failed(address, `the status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (openServices && bytes[0] === servicesFile) return openServices(bytes, address);
  const file = parsed(new TextDecoder().decode(bytes));
  if (!Array.isArray(file?.services) || typeof file.asOf !== 'string') throw failed(address, 'something else');
  return memoryDirectory(file.services, file.asOf);
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
        const answer = await directory.find(query, options);
        if (isAnswer(answer)) return answer;
        const form = '{ matches, excluded, asOf }';
        const remedy = `Mend its find(); ${meanwhile}`;
        throw refuse('directory-failed', 'directoryPort', `of the directory "${name}"`, form, 'something else', remedy);
      } catch (reason) {
        if (!options?.signal?.aborted) onFailure(reason);
        throw reason;
      }
    },
  };
}

function isAnswer(answer: DirectoryAnswer): boolean {
  return Array.isArray(answer?.excluded) && answer.matches?.every(({ reasons }) => Array.isArray(reasons));
}
