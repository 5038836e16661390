import { expect } from 'vitest';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFolder } from '@everycontact/content/compose';
import { main } from '../src/main.js';
import { typed } from './streams.js';

/** A copy of a shipped pack that a test may spoil; behaviours, methods and instruments come from those that are shipped. */
export function ownPack(place = 'england') {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const pack = join(folder, 'packs', place);
  cpSync(join(fileURLToPath(contentFolder), 'packs', place), pack, { recursive: true });
  return {
    folder,
    pack,
    file: (name: string) => join(pack, name),
    change(name: string, from: string, to: string) {
      const before = readFileSync(join(pack, name), 'utf8');
      if (!before.includes(from)) throw new Error(`${name} has no "${from}"`);
      writeFileSync(
        join(pack, name),
        before.replace(from, () => to),
      );
    },
  };
}

/** One run of the command: exit code and what it printed. */
export async function run(
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = typed([], () => '2026-11-22T09:30:00.000Z');
  return { code: await main(args, terminal), ...terminal.printed };
}

/** The exit code, and that what was said on stderr matches. */
export const refused = (code: number, said: RegExp) => ({ code, err: expect.stringMatching(said) as unknown });
