import { EveryContactError } from '@everycontact/core';
import { Inflate } from 'fflate';
import type { FeedFile } from './feed.js';

/** A zip is held packed, in bytes; what is in it is unpacked piece by piece, in memory only. */
const largest = 500_000_000;
/** Text packs to a tenth or a twentieth; a file that unpacks to more than this many times its size is a trap. */
const mostTimes = 200;
const mostFiles = 100_000;
const piece = 65_536;

const [endOfDirectory, inDirectory, before] = [0x06054b50, 0x02014b50, 0x04034b50];
const [stored, deflated] = [0, 8];

/**
 * The files in a zip, by its directory. Nothing is written to disk, and a name that leads out of it is refused all the same.
 *
 * @throws EveryContactError `feed-zip` (cut off, damaged, a password, a trap), `feed-too-large`
 */
export function filesIn(zip: Uint8Array, feed: string): readonly FeedFile[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view, feed);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostFiles) throw wrong(feed, `${count} files in it, and at most ${mostFiles} are read`);
  const files: FeedFile[] = [];
  for (let one = 0; one < count; one += 1) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== inDirectory) throw wrong(feed, 'a damaged directory');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + 46 + (nameLength ?? 0);
    const entry: Entry = {
      name: nameOf(zip.subarray(at + 46, next), feed),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    at = next + (extra ?? 0) + (comment ?? 0);
    if (!entry.name.endsWith('/')) files.push({ ...entry, read: () => unpacked(zip, view, entry, feed) });
  }
  return files;
}

/** @throws EveryContactError `feed-too-large` */
export async function heldZip(file: FeedFile, feed: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of file.read()) {
    pieces.push(bytes);
    length += bytes.length;
    if (length > largest) {
      throw new EveryContactError(
        'feed-too-large',
        feed,
        `Feed "${feed}" is a zip of more than ${largest} bytes, which are held at once. Unpack it, and name its folder or the file in it.`,
      );
    }
  }
  return Buffer.concat(pieces);
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly locked: boolean;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

/** The end record stands at the end, before a comment of up to 65,535 bytes. */
function endOf(view: DataView, feed: string): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw wrong(feed, 'no directory at its end: it may have been cut off');
}

function nameOf(bytes: Uint8Array, feed: string): string {
  const name = new TextDecoder().decode(bytes);
  if (/^[/\\]|^[a-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/i.test(name))
    throw wrong(feed, `a name that leads out of it, "${name}"`);
  return name;
}

function* unpacked(zip: Uint8Array, view: DataView, entry: Entry, feed: string): Generator<Uint8Array> {
  const { name, method, locked, packed, size, start } = entry;
  if (locked) throw wrong(feed, `a password on "${name}"`);
  if (method !== stored && method !== deflated) throw wrong(feed, `"${name}" packed in a way that is not read`);
  const data =
    start + 30 <= zip.length && view.getUint32(start, true) === before
      ? start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      : zip.length;
  if (data + packed > zip.length) throw wrong(feed, `"${name}" damaged`);
  const body = zip.subarray(data, data + packed);
  let length = 0;
  const counted = (bytes: Uint8Array): Uint8Array => {
    length += bytes.length;
    if (length > size || length > mostTimes * Math.max(packed, piece)) {
      throw wrong(feed, `"${name}" that unpacks to far more than it says, or than text ever does`);
    }
    return bytes;
  };
  for (let at = 0; at < body.length && method === stored; at += piece) yield counted(body.subarray(at, at + piece));
  if (method === deflated) for (const bytes of inflated(body, name, feed)) yield counted(bytes);
  if (length !== size) throw wrong(feed, `"${name}" damaged`);
}

function* inflated(body: Uint8Array, name: string, feed: string): Generator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => out.push(bytes));
  for (let at = 0; at < body.length; at += piece) {
    try {
      inflate.push(body.subarray(at, at + piece), at + piece >= body.length);
    } catch {
      throw wrong(feed, `"${name}" damaged`);
    }
    yield* out;
    out = [];
  }
}

const wrong = (feed: string, found: string): EveryContactError =>
  new EveryContactError(
    'feed-zip',
    feed,
    `Feed "${feed}" is a zip that cannot be read: plain files packed by an ordinary program were expected, found ${found}. Fetch it again, or unpack it and name its folder.`,
  );
