import {
  view as viewOf,
  type ContactRecord,
  type HelpLine,
  type Pack,
  type SessionState,
  type View,
} from '@everycontact/core';
import * as content from '@everycontact/content';
import { examples } from '@everycontact/content/examples';
import { memoryDirectory } from '@everycontact/core/directory';
import { toContactRecord } from '@everycontact/core/record';
import { personView, takeAway, textLength, textMessage } from '@everycontact/core/take-away';
import { aService, walkExample } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { says } from './forbidden.js';

const packs: readonly Pack[] = Object.values(content);

/** A service for every need of a pack, whose own name tells nothing. */
const directoryOf = ({ needs }: Pack) =>
  memoryDirectory(
    Object.keys(needs).flatMap((need) => [
      aService({
        id: `for-${need}`,
        name: 'Mill Lane 1',
        phone: '01632 960 001',
        url: 'https://example.org/mill-lane',
        needs: [{ need, how: 'main' }],
      }),
      aService({ id: `shut-${need}`, name: 'Shut out', needs: [{ need, how: 'main' }], state: 'closed' }),
    ]),
    '2026-11-22T09:00:00.000Z',
  );

const forTheWorker = ({ urgentHelp, needs, safeguarding }: Pack): readonly HelpLine[] =>
  [
    ...Object.values(urgentHelp).flatMap(({ lines }) => lines),
    ...Object.values(needs).flatMap(({ national }) => national),
    ...(safeguarding ? [safeguarding] : []),
  ].filter(({ workerOnly }) => workerOnly);

interface Walked {
  readonly record: ContactRecord;
  /** Every screen, and what the person sees of it where it is turned. */
  readonly screens: readonly { readonly view: View; readonly turned: string }[];
}
const walks = new Map<string, Promise<Walked>>();

function walked(pack: Pack, id: string): Promise<Walked> {
  const known = walks.get(pack.id + id) ?? walk(pack, id);
  walks.set(pack.id + id, known);
  return known;
}

const turnedIn = (pack: Pack, state: SessionState, locale: string) =>
  personView(viewOf(pack, state, { locale, audience: 'person' }), pack, locale, state.today);

async function walk(pack: Pack, id: string): Promise<Walked> {
  const example = examples[pack.id as keyof typeof examples].find((one) => one.id === id)!;
  const locale = pack.locales[0]!;
  const screens: { view: View; turned: string }[] = [];
  const session = await walkExample(pack, example, locale, directoryOf(pack), ({ view, state }) => {
    screens.push({ view, turned: JSON.stringify(turnedIn(pack, state, locale) ?? '') });
  });
  return { record: toContactRecord(session.log), screens };
}

describe.each(packs)('what is taken home from $id', (pack) => {
  const ids = examples[pack.id as keyof typeof examples].map(({ id }) => id);
  const behaviourNames = (locale: string) =>
    Object.values(pack.behaviours).map(({ name }) => pack.texts[locale]![name]!.words as string);

  it.each(ids)('after "%s" names in words of ours no behaviour, in any language', async (id) => {
    const { record } = await walked(pack, id);
    for (const locale of pack.locales) {
      const sheet = takeAway([record], pack, { reader: { locale, audience: 'person' } });
      const facts = sheet?.groups.flatMap(({ heading, entries }) => [heading, ...entries.flatMap((one) => one.facts)]);
      const ours = [sheet?.title, sheet?.emergency, sheet?.appointment, ...(facts ?? [])].map(
        (told) => told?.text ?? '',
      );
      for (const name of behaviourNames(locale)) expect(ours.filter((text) => says(text, name))).toEqual([]);
    }
  });

  it.each(ids)(
    'after "%s" does not depend on what was said, and names nobody that only the worker may call',
    async (id) => {
      const { record } = await walked(pack, id);
      const reader = { locale: pack.locales[0]!, audience: 'person' } as const;
      const sheet = takeAway([record], pack, { reader });
      const bare = record.signposts.map((one) => ({ ...one, because: '' }));
      const silent = {
        ...record,
        answers: [],
        results: [],
        advice: [],
        notices: [],
        signposts: bare,
        behaviour: 'none',
      };
      expect(sheet).toEqual(takeAway([silent], pack, { reader }));
      const all = `${JSON.stringify(sheet ?? '')} ${sheet ? textMessage(sheet) : ''}`;
      for (const { id, phone, url } of forTheWorker(pack))
        for (const way of [phone, url]) if (way) expect(all.includes(way), id).toBe(false);
    },
  );

  it.each(ids)('in "%s" may be read by the person wherever the screen is turned', async (id) => {
    const lines = forTheWorker(pack);
    for (const { view, turned } of (await walked(pack, id)).screens) {
      if (view.hidden || view.kind === 'urgent' || (view.kind === 'notice' && view.confidential)) {
        expect(turned).toBe('""');
        continue;
      }
      const reasons = 'groups' in view ? view.groups.map(({ because }) => because) : [];
      const hidden = ['Shut out', ...reasons, ...lines.flatMap(({ phone = '', url = '' }) => [phone, url])];
      for (const word of hidden) if (word) expect(turned).not.toContain(JSON.stringify(word).slice(1, -1));
    }
  });

  it('fits into one text message for one service', async () => {
    const told = examples[pack.id as keyof typeof examples].filter(({ expect: { outcome } }) => outcome === 'told');
    expect(told.length).toBeGreaterThan(0);
    for (const { id } of told) {
      const { record } = await walked(pack, id);
      for (const locale of pack.locales) {
        const sheet = takeAway([record], pack, { reader: { locale, audience: 'person' } })!;
        expect(
          sheet.groups.flatMap(({ entries }) => entries.filter(({ chosen }) => chosen)),
          id,
        ).toHaveLength(1);
        expect(textLength(textMessage(sheet)), id).toMatchObject({ encoding: 'GSM-7', parts: 1 });
      }
    }
  });
});
