import { EveryContactError } from '@everycontact/core';
import { checksum } from './checksum.js';

// The bytes of a services file, all little-endian:
//   0 magic, 8 version, 12 byte order, 16 length of the head, 20 checksum of the head, 24 length of the body,
//   28 checksum of the body, 32 the head (JSON), then the columns of the body, each from a multiple of 64.

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** What the file says of itself; the rest is columns. */
export interface Head {
  readonly schema: 'everycontact/index@1';
  /** When the services were last known to be true. */
  readonly asOf: string;
  readonly count: number;
  readonly shards: number;
  /** Each need with its entries, how many of them have a point and stand first, and the leaves of the tree over those. */
  readonly needs: readonly (readonly [need: string, entries: number, placed: number, leaves: number])[];
  /** Most frequent first. */
  readonly languages: readonly string[];
}
/** A column that is read word by word has a checksum of its own. */
type Place = readonly [type: keyof typeof types, at: number, length: number, sum?: number];

const types = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array } as const;
const MAGIC = 0x76726573_63657665n;
const VERSION = 1;
const BYTE_ORDER = 0x01020304;
const FRONT = 32;

/** Each column begins with a line of the processor's cache. */
const upToLine = (length: number) => Math.ceil(length / 64) * 64;
const bytesOf = ({ buffer, byteOffset, byteLength }: Column) => new Uint8Array(buffer, byteOffset, byteLength);
const typeOf = (column: Column): Place[0] =>
  column instanceof Int32Array
    ? 'i32'
    : column instanceof Uint32Array
      ? 'u32'
      : column instanceof Uint16Array
        ? 'u16'
        : 'u8';

/** One file of a head and named columns. The same columns in the same order give the same bytes. */
export function contain(head: Head, columns: Readonly<Record<string, Column>>): Uint8Array {
  let at = 0;
  const places: Record<string, Place> = {};
  for (const [name, column] of Object.entries(columns)) {
    const sum = name.endsWith('.json') ? ([checksum(bytesOf(column))] as const) : ([] as const);
    places[name] = [typeOf(column), at, column.length, ...sum];
    at += upToLine(column.byteLength);
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...head, columns: places }));
  const headLength = upToLine(FRONT + json.length) - FRONT;
  const file = new Uint8Array(FRONT + headLength + at);
  file.fill(0x20, FRONT + json.length, FRONT + headLength);
  file.set(json, FRONT);
  const body = file.subarray(FRONT + headLength);
  for (const [name, column] of Object.entries(columns)) body.set(bytesOf(column), places[name]?.[1] ?? 0);
  const front = new DataView(file.buffer);
  front.setBigUint64(0, MAGIC, true);
  [VERSION, BYTE_ORDER, headLength, 0, at, checksum(body)].forEach((word, i) => {
    front.setUint32(8 + i * 4, word, true);
  });
  front.setUint32(20, checksum(file.subarray(0, FRONT + headLength)), true);
  return file;
}

export interface Container {
  readonly head: Head;
  readonly bytes: number;
  /** A view, not a copy. @throws EveryContactError `services-file-damaged` where the column is absent or of another length */
  column(name: string, length?: number): Column;
  has(name: string): boolean;
  /** Reads every byte. @throws EveryContactError `services-file-damaged` */
  verify(): void;
}

/**
 * Opens a file without parsing its body: magic, version, lengths, the checksum of the head and the place of each column.
 *
 * @throws EveryContactError `services-file-unknown`, `services-file-newer`, `services-file-damaged`, `services-file-byte-order`
 */
export function openContainer(given: ArrayBuffer | SharedArrayBuffer | Uint8Array): Container {
  const file = aligned(given instanceof Uint8Array ? given : new Uint8Array(given));
  const front = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < FRONT || front.getBigUint64(0, true) !== MAGIC)
    throw new EveryContactError(
      'services-file-unknown',
      'file',
      `The file should begin with the eight letters of a services file; it does not. Make one with "everycontact directory import".`,
    );
  const [version = 0, order, headLength = 0, headSum, bodyLength = 0, bodySum] = Array.from({ length: 6 }, (_, i) =>
    front.getUint32(8 + i * 4, true),
  );
  if (version > VERSION)
    throw new EveryContactError(
      'services-file-newer',
      'file.version',
      `The services file has version ${version}; this release reads up to ${VERSION}. Update everycontact, or import the feed again with this release.`,
    );
  if (new Uint32Array(new Uint8Array([4, 3, 2, 1]).buffer)[0] !== BYTE_ORDER)
    throw new EveryContactError(
      'services-file-byte-order',
      'file',
      `A services file is little-endian and this machine is not. Ask the services from a server on another machine.`,
    );
  const found = FRONT + headLength + bodyLength;
  if (found !== file.length) throw damaged('file', `${found} bytes were written and ${file.length} are here`);
  const start = file.slice(0, FRONT + headLength);
  start.fill(0, 20, 24);
  if (version !== VERSION || order !== BYTE_ORDER || checksum(start) !== headSum)
    throw damaged('file.head', 'its checksum does not fit');
  const head = JSON.parse(new TextDecoder().decode(start.subarray(FRONT))) as Head & { columns: Record<string, Place> };
  const body = file.subarray(FRONT + headLength);
  return {
    head,
    bytes: file.length,
    has: (name) => Object.hasOwn(head.columns, name),
    column(name, length) {
      const place = Object.hasOwn(head.columns, name) ? head.columns[name] : undefined;
      const type = place && types[place[0]];
      if (!type || place[1] % 8 || place[1] + place[2] * type.BYTES_PER_ELEMENT > body.length)
        throw damaged(`columns.${name}`, 'it is not there');
      if (length !== undefined && place[2] !== length)
        throw damaged(`columns.${name}`, `${length} entries were expected and it has ${place[2]}`);
      const column = new type(body.buffer as ArrayBuffer, body.byteOffset + place[1], place[2]);
      if (place[3] !== undefined && checksum(bytesOf(column)) !== place[3])
        throw damaged(`columns.${name}`, 'its checksum does not fit');
      return column;
    },
    verify() {
      if (checksum(body) !== bodySum) throw damaged('file.body', 'its checksum does not fit');
    },
  };
}

const aligned = (file: Uint8Array) => (file.byteOffset % 8 ? file.slice() : file);

export const damaged = (at: string, found: string) =>
  new EveryContactError(
    'services-file-damaged',
    at,
    `The services file is damaged or cut short at "${at}": ${found}. Copy it again, or import the feed again.`,
  );
