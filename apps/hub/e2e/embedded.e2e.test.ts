import { generateKeyPair } from 'jose';
import type { HostContext } from '@everycontact/core/host-context';
import type { AdvicePrompt } from '@everycontact/web-component';
import type { PromptMessage, sendHostContext, listenToPrompt } from '@everycontact/web-component/host';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextOf, startHostSystem, type HostSystem } from '../test/embedding-host.js';
import { useHub } from '../test/smart-server/smart-page.js';

// Two origins on one machine: the page of a host around, the prompt of the hub in a frame.

declare global {
  interface Window {
    told: PromptMessage[];
    host: { sendHostContext: typeof sendHostContext; listenToPrompt: typeof listenToPrompt };
  }
}

let system: HostSystem;
beforeAll(async () => {
  system = await startHostSystem();
});
afterAll(() => system.stop());
const hub = useHub(() => ({ embedded: { hosts: [system.trusted] } }));

const ann = contextOf('ann', { facts: { 'context.age': 41 }, user: { mayRefer: true } });
// Of somebody whose age is unknown, nothing that is for adults is raised.
const bo = contextOf('bo', { facts: { 'context.age': 55 } });
const signed = async (context: unknown, id: string) =>
  `${hub.address}/embedded?token=${await system.sign(context, hub.address, { id })}`;

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('the page has no frame');
  return frame;
}

const seen = (frame: Frame) =>
  frame.locator('advice-prompt').evaluate(({ subjectKey, context, mayRefer }: AdvicePrompt) => ({
    subjectKey,
    context,
    mayRefer,
  }));
const told = (page: Page) => page.evaluate(() => window.told.map(({ everycontact }) => everycontact));

/** The person says yes: an answer that nobody else may ever see. */
async function answer(frame: Frame): Promise<void> {
  await frame.getByText('Smoking', { exact: true }).first().click();
  await frame.getByText('Do you smoke at all?').waitFor();
  await frame.getByText('Yes', { exact: true }).click();
  await frame.getByRole('button', { name: 'Next' }).waitFor();
}

/** Declines whatever is on the screen, at once. */
async function decline(frame: Frame): Promise<void> {
  await frame.locator('advice-prompt').evaluate((prompt) => Object.assign(prompt, { undoSeconds: 0 }));
  await frame.getByText('Smoking', { exact: true }).first().click();
  await frame.getByText('Do you smoke at all?').waitFor();
  await frame.getByRole('button', { name: 'No thanks' }).click();
}

it('opens by an address that the host has signed, and tells what came of it to that host alone', async () => {
  const { page } = await hub.open(system.origin);
  await page.evaluate(
    ({ src, origin }) => {
      const frame = document.querySelector('iframe')!;
      window.host.listenToPrompt(frame, 'token-1', { origin, onMessage: (message) => window.told.push(message) });
      frame.src = src;
    },
    { src: await signed(ann, 'token-1'), origin: hub.address },
  );
  await page.frameLocator('iframe').locator('[part~=heading]').first().waitFor();
  const frame = await frameOf(page);
  expect(await seen(frame)).toEqual({ subjectKey: 'ann', context: { 'context.age': 41 }, mayRefer: true });
  expect(frame.url()).toBe(`${hub.address}/embedded`);
  await decline(frame);
  await expect.poll(() => told(page)).toContain('outcome');
});

it('believes no address that was not signed by a listed host, for this hub, just now, and once', async () => {
  const get = async (token: string) => (await fetch(`${hub.address}/embedded?token=${token}`)).status;
  const sign = (claims: Parameters<HostSystem['sign']>[2], context: unknown = ann) =>
    system.sign(context, hub.address, claims);
  const once = await sign({});
  expect(await get(once)).toBe(200);
  expect(await get(once)).toBe(401);
  expect(await get('')).toBe(401);
  expect(await get('eyJhbGciOiJub25lIn0.e30.')).toBe(401);
  expect(await get(await sign({ key: (await generateKeyPair('ES384')).privateKey }))).toBe(401);
  expect(await get(await sign({ issuer: 'https://elsewhere.example' }))).toBe(401);
  expect(await get(await sign({ audience: 'https://another-hub.example/embedded' }))).toBe(401);
  expect(await get(await sign({ until: '-1m' }))).toBe(401);
  expect(await get(await sign({ until: '1h' }))).toBe(401);
  expect(await get(await sign({}, { ...ann, name: 'Ann' }))).toBe(400);
});

it('cannot be left by a context: what is signed stays data', async () => {
  const response = await fetch(await signed(contextOf('</script><script>alert(1)</script>'), 'token-x'));
  const html = await response.text();
  expect(html).not.toContain('<script>alert');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${system.origin};`);
});

it('wipes one person for the next where the host opens another signed address', async () => {
  const { page } = await hub.open(system.origin);
  const open = async (context: HostContext, id: string) => {
    const src = await signed(context, id);
    await page.evaluate((to) => Object.assign(document.querySelector('iframe')!, { src: to }), src);
    await page.frameLocator('iframe').locator('[part~=heading]').first().waitFor();
  };
  await open(ann, 'token-a');
  await answer(await frameOf(page));
  await open(bo, 'token-b');
  const frame = await frameOf(page);
  await expect.poll(() => seen(frame)).toEqual({ subjectKey: 'bo', context: { 'context.age': 55 }, mayRefer: false });
  expect(await frame.locator('advice-prompt input:checked').count()).toBe(0);
});

it('takes over who is there by postMessage, and wipes one person for the next at once', async () => {
  const { page } = await hub.open(system.origin);
  const send = (context: HostContext, link: string) =>
    page.evaluate(
      ({ said, name, origin }) => {
        const frame = document.querySelector('iframe')!;
        const onMessage = (message: PromptMessage) => window.told.push(message);
        window.host.sendHostContext(frame, said, { origin, link: name, onMessage });
      },
      { said: context, name: link, origin: hub.address },
    );
  await send(ann, 'link-a');
  const src = `${hub.address}/embedded?subjectKey=cy&context=cy`;
  await page.evaluate((to) => Object.assign(document.querySelector('iframe')!, { src: to }), src);
  await expect.poll(() => told(page)).toEqual(['ready', 'accepted']);
  const frame = await frameOf(page);
  expect(await seen(frame)).toEqual({ subjectKey: 'ann', context: { 'context.age': 41 }, mayRefer: true });
  await frame.locator('[part~=heading]').first().waitFor();
  await answer(frame);

  await send(bo, 'link-b');
  await expect.poll(() => seen(frame)).toEqual({ subjectKey: 'bo', context: { 'context.age': 55 }, mayRefer: false });
  expect(await frame.locator('advice-prompt input:checked').count()).toBe(0);
  await decline(frame);
  await expect.poll(() => told(page)).toContain('outcome');
  const links = await page.evaluate(() => window.told.map((message) => 'link' in message && message.link));
  expect(links.filter(Boolean)).toEqual(['link-a', ...links.slice(2).map(() => 'link-b')]);
});

it('is shown in no page of another origin', async () => {
  const { page } = await hub.open(system.origin.replace('127.0.0.1', 'localhost'), /frame-ancestors|Framing/);
  const src = await signed(ann, 'token-f');
  const blocked = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await page.evaluate((to) => Object.assign(document.querySelector('iframe')!, { src: to }), src);
  await blocked;
  expect(await page.frameLocator('iframe').locator('advice-prompt').count()).toBe(0);
});
