import { describe, expect, it } from 'vitest';
import type { Pack } from '@everycontact/core';
import { toContactRecord } from '@everycontact/core/record';
import * as content from '@everycontact/content';
import { walk } from './walk.js';

const packs: readonly Pack[] = Object.values(content);
const scripts = packs.flatMap((pack) => Object.keys(pack.scripts).map((script) => ({ place: pack.id, pack, script })));

describe.each(scripts)('$script in $place', ({ pack, script }) => {
  it.each([
    ['in-danger', 'urgent'],
    ['suicidal-thoughts', 'urgent'],
    ['abuse', 'abuse'],
  ])('opens at the tick "%s" the card "%s", and records the help but not why', async (flag, card) => {
    const { view } = await walk(pack, script, [`tick:${flag}`]);
    const lines = view.kind === 'urgent' ? view.card.lines.map(({ id }) => id) : [];
    expect(lines).toEqual(pack.urgentHelp[card]!.lines.map(({ id }) => id));

    const { log } = await walk(pack, script, [`tick:${flag}`, 'help-under-way', 'done']);
    const record = toContactRecord(log);
    expect(record.outcome).toBe('urgent-help-shown');
    expect(JSON.stringify(record)).not.toContain(flag);
  });

  it.each(['under-18', 'not-a-moment'])('gives no advice after the tick "%s"', async (flag) => {
    const { log } = await walk(pack, script, [`tick:${flag}`, 'read', 'done']);
    const record = toContactRecord(log);
    expect([record.outcome, record.advice, record.notices.map((one) => one.flag)]).toEqual([
      'not-appropriate',
      [],
      [flag],
    ]);
  });
});
