import { damaged, type Column, type Container } from './container.js';

/** Values that many services share, each once, as JSON. */
export class PoolWriter {
  readonly #numbers = new Map<string, number>();

  /** The number of a value; equal values have one. */
  add(value: unknown): number {
    const json = JSON.stringify(value);
    const known = this.#numbers.get(json);
    if (known !== undefined) return known;
    this.#numbers.set(json, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  columns(name: string): Record<string, Column> {
    const parts = [...this.#numbers.keys()].map((json) => new TextEncoder().encode(json));
    const ends = new Uint32Array(parts.length);
    let at = 0;
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.forEach((part, i) => {
      bytes.set(part, at);
      ends[i] = at += part.length;
    });
    return { [`${name}.ends`]: ends, [`${name}.json`]: bytes };
  }
}

/** Reads a value when it is first asked for. */
export function openPool(file: Container, name: string): (number: number) => unknown {
  const ends = file.column(`${name}.ends`);
  const bytes = file.column(`${name}.json`);
  const known = new Map<number, unknown>();
  return (number) => {
    const had = known.get(number);
    if (had !== undefined) return had;
    const [from, to] = [number === 0 ? 0 : ends[number - 1], ends[number]];
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes.slice(from, to ?? 0)));
      known.set(number, value);
      return value;
    } catch {
      throw damaged(`columns.${name}`, `entry ${number} cannot be read`);
    }
  };
}

/** The narrowest column that holds the numbers. */
export function narrow(numbers: ArrayLike<number>): Column {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i] ?? 0);
  const Type = most < 0x100 ? Uint8Array : most < 0x10000 ? Uint16Array : Uint32Array;
  return Type.from(numbers);
}
