import type { Service } from '@everycontact/core';
import { checksum } from './checksum.js';
import { damaged } from './container.js';

/** Records of one shard: neighbours on the map, so that ten near services touch few shards. */
export const SHARD = 64;

/** A word for where each record ends, then the records as JSON. */
export function encodeShard(records: readonly Uint8Array[]): Uint8Array {
  const front = 4 * (records.length + 1);
  const shard = new Uint8Array(front + records.reduce((sum, record) => sum + record.length, 0));
  const view = new DataView(shard.buffer);
  view.setUint32(0, records.length, true);
  let at = front;
  records.forEach((record, i) => {
    shard.set(record, at);
    at += record.length;
    view.setUint32(4 * (i + 1), at, true);
  });
  return shard;
}

/** @throws EveryContactError `services-file-damaged` where the shard is not the one that was written */
export function openShard(bytes: Uint8Array, sum: number, number: number): (place: number) => Service | undefined {
  const at = `texts.${number}`;
  if (checksum(bytes) !== sum) throw damaged(at, 'its checksum does not fit');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  return (place) => {
    if (place >= count) return undefined;
    const from = place === 0 ? 4 * (count + 1) : view.getUint32(4 * place, true);
    const to = view.getUint32(4 * (place + 1), true);
    // A copy: a browser decodes no shared memory.
    return from === to ? undefined : (JSON.parse(new TextDecoder().decode(bytes.slice(from, to))) as Service);
  };
}
