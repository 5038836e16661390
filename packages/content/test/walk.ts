import type { Occasion, Pack, ScriptId, Session } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { walkExample } from '@everycontact/core/testing';

const noServices = memoryDirectory([], '2026-11-22T09:00:00.000Z');

/** A worker's way through a script, in the first language of the pack, with no local services. */
export const walk = (
  pack: Pack,
  script: ScriptId,
  moves: readonly string[],
  occasion: Partial<Occasion> = {},
): Promise<Session> =>
  walkExample(
    pack,
    {
      id: 'walk',
      name: 'walk',
      script,
      audience: 'worker',
      occasion: { setting: 'patient', ...occasion },
      moves,
      expect: { outcome: 'advised' },
    },
    pack.locales[0]!,
    noServices,
  );
