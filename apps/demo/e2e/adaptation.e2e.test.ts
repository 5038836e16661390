import { denmark } from '@everycontact/content/denmark';
import { speaker } from '@everycontact/core';
import { describe, expect, it } from 'vitest';
import { klintkoebing } from '../klintkoebing.mjs';
import { useDemo, type Visit } from './demo.js';
import { lastOutcome, mouse, see } from './talk.js';
import { danish } from './words.js';

const demo = useDemo();
const { label, line } = danish;
/** What the country's own pack says. */
const before = speaker(denmark, { locale: 'da-DK', audience: 'worker' }, '2026-11-22');
const own = klintkoebing.needs['klintkoebing-health-centre']!;
const offer = own.national[0]!;

async function toServices(visit: Visit): Promise<void> {
  await mouse.open(visit, danish);
  await mouse.answer(visit, danish, 'yes');
  await mouse.next(visit, label('ui.next'));
}

describe('a municipality with an adaptation of its own', () => {
  it.each(['/intranet/da/', '/case-management/da/', '/record/da/'])(
    'has its words said, its offer shown beside the services, and its pack named in the record at %s',
    async (path) => {
      const visit = await demo.open(path);
      await toServices(visit);
      await see(visit, line('smoking.vba.act.say'));
      expect(line('smoking.vba.act.say')).not.toBe(before.line('smoking.vba.act.say').text);

      const groups = visit.prompt.locator('[part~="group"]');
      await groups.first().locator('.service').first().waitFor();
      expect(await groups.count()).toBe(2);
      const beside = groups.nth(1);
      await beside.getByRole('heading', { name: line(own.name), exact: true }).waitFor();
      expect(await beside.getByRole('link', { name: label('ui.website') }).getAttribute('href')).toBe(offer.url);

      await beside.getByRole('button', { name: label('ui.told'), exact: true }).click();
      await mouse.next(visit, label('ui.continue'));
      await mouse.next(visit, label('ui.done'));
      const { pack, signposts } = await lastOutcome(visit);
      expect(pack).toMatchObject({ id: 'klintkoebing', version: '2026.1', base: 'denmark@0.1.0' });
      expect(signposts.flatMap(({ chosen }) => chosen.map(({ name }) => name))).toEqual([line(offer.name)]);
    },
  );

  it('names the pack it was made of where the record is read', async () => {
    const visit = await demo.open('/record/da/');
    await mouse.open(visit, danish);
    await mouse.decline(visit, danish);
    await mouse.next(visit, label('ui.done'));
    await visit.page.locator('[data-part="summary"]').getByText('klintkoebing@2026.1 (denmark@0.1.0)').waitFor();
  });

  it('has a way to its offer in the markup of a host, too', async () => {
    const { page } = await demo.open('/case-management/da/');
    const panel = page.getByRole('tabpanel');
    await page.getByRole('tab', { name: 'Samtale' }).click();
    for (const name of ['Start en samtale', line('smoking.vba.smokes.yes'), label('ui.next')])
      await panel.getByRole('button', { name, exact: true }).click();
    const section = panel.locator('section').filter({ has: page.getByRole('heading', { name: line(own.name) }) });
    expect(await section.getByRole('link', { name: 'Hjemmeside' }).getAttribute('href')).toBe(offer.url);
  });

  it('has no page, no link and no choice for the behaviour it does without', async () => {
    const visit = await demo.open('/intranet/da/agenda/');
    expect((await fetch(`${demo.at()}/intranet/da/weight/`)).status).toBe(404);
    expect((await fetch(`${demo.at()}/intranet/weight/`)).status).toBe(200);
    expect(await visit.page.locator('a[href*="weight"]').count()).toBe(0);
    await mouse.open(visit, danish);
    await see(visit, label('ui.agenda'));
    const topics = Object.keys(klintkoebing.behaviours).map((id) => line(`behaviour.${id}`));
    for (const name of topics) await visit.prompt.getByRole('button', { name, exact: true }).waitFor();
    const weight = before.line('behaviour.weight').text;
    expect(await visit.prompt.getByRole('button', { name: weight, exact: true }).count()).toBe(0);
  });
});
