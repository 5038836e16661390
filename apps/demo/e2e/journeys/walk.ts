import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ContactRecord } from '@everycontact/core';
import { expect } from 'vitest';
import type { Engine } from './engine.js';
import type { Point, Told } from './in-page.js';
import type { Move } from './journey.js';

export type Hand = 'mouse' | 'keyboard';

const pictures = new URL('pictures/', import.meta.url);
const looked = new Set<string>();

/** What a journey does in a page, whatever the engine. */
export interface Walk {
  /** Does one move as the hand does it. */
  readonly make: (move: Move) => Promise<void>;
  /** Axe finds nothing, and a picture is kept; once for what reads the same in one folder. */
  readonly look: (name: string) => Promise<void>;
  readonly told: () => Promise<readonly Told[]>;
  readonly records: () => Promise<readonly ContactRecord[]>;
  /** Keys pressed, those not counted that lead to the first button. */
  readonly keys: () => number;
}

/** @param folder where the pictures of this walk are kept, in a folder that git does not know */
export function walkIn(engine: Engine, hand: Hand, folder: string): Walk {
  let keys = 0;
  const find = async (kind: string, name: string): Promise<Point> => {
    const point = await engine.ask<Point>(`journey.find(${JSON.stringify(kind)}, ${JSON.stringify(name)})`);
    if (!engine.exposed) return point;
    const exposed = await engine.exposed();
    if (!exposed) return find(kind, name);
    expect(exposed).toEqual({ role: kind, name });
    return point;
  };
  const told = () => engine.ask<readonly Told[]>('journey.told');

  return {
    async make({ see, gone, point: [kind, name], key }) {
      if (see !== undefined) await find('heading', see);
      if (gone !== undefined) await engine.ask(`journey.gone(${JSON.stringify(gone)})`);
      const at = await find(kind, name);
      if (hand === 'mouse') return engine.click(at);
      if (key === undefined) await tabTo(engine, name);
      keys += 1;
      return engine.press(key ?? 'Enter');
    },
    async look(name) {
      const seen = `${folder} ${await engine.ask<string>('journey.readable()')}`;
      if (looked.has(seen)) return;
      looked.add(seen);
      expect(await engine.ask('journey.axe()')).toEqual([]);
      await engine.ask('journey.painted()');
      const at = new URL(`${engine.name.split(' ')[0]}/${folder}/`, pictures);
      mkdirSync(at, { recursive: true });
      writeFileSync(fileURLToPath(new URL(`${name}.png`, at)), await engine.picture());
    },
    told,
    records: async () =>
      (await told()).flatMap(({ detail: { record } }) => (record as ContactRecord | undefined) ?? []),
    keys: () => keys,
  };
}

async function tabTo(engine: Engine, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await engine.press('Tab');
    const focused = await engine.ask<string>('journey.focused()');
    if (focused === name) return;
    passed.push(focused);
  }
  throw new Error(`Expected Tab to reach "${name}", found ${passed.join(' | ')}`);
}
