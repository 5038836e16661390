import { england } from '@everycontact/content/england';
import { aService } from '@everycontact/core/testing';
import { createSession, type Directory, type Session, type View } from '@everycontact/core';
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import {
  all,
  click,
  directory,
  drawn,
  find,
  heading,
  key,
  listen,
  opened,
  place,
  root,
  text,
  types,
  type Heard,
} from '../test/stage.js';

let errors: MockInstance;
let heard: Heard[];
beforeEach(() => {
  document.body.replaceChildren();
  errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  heard = listen();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const inside = '<p>Call 999 in an emergency.</p>';
const failure = () => {
  expect(types(heard)).toEqual(['advice-error']);
  expect(errors).toHaveBeenCalledTimes(1);
  return heard[0]!.detail as { code: string; at: string; message: string };
};

test('shows its fallback with urgent help when the pack is broken, and tells where and what to do', async () => {
  const prompt = await opened({ pack: { ...england, scripts: { 'smoking.vba': 'nonsense' } } }, '', inside);
  const { code, at, message } = failure();
  expect(code).toBe('pack-invalid');
  expect(at).toContain('scripts');
  expect(message).toMatch(/^\[everycontact\/pack-invalid\] .*expected/);
  expect(all(prompt, 'a[href="tel:999"]')).toHaveLength(1);
  expect((find(prompt, 'slot') as HTMLSlotElement | null)?.assignedElements()[0]?.textContent).toContain('Call 999');
  expect(text(prompt)).not.toContain('nonsense');
});

test('shows what the page wrote into it when nothing of the pack is whole', async () => {
  const prompt = await opened({ pack: 'england' }, '', inside);
  expect(failure().at).toBe('pack');
  expect((find(prompt, 'slot') as HTMLSlotElement | null)?.assignedElements()).toHaveLength(1);
});

test('says that no pack has come, and takes one that comes late', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const prompt = await place({ behaviour: 'smoking', open: true, preview: true }, '', inside);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(5000);
  vi.useRealTimers();
  await drawn(prompt);
  expect(failure().code).toBe('pack-missing');
  prompt.pack = england;
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('checks a pack once for all prompts of a page, and tells each of them', async () => {
  let read = 0;
  const pack = {
    ...england,
    get schema() {
      read++;
      return 'everycontact/pack@9';
    },
  };
  await opened({ pack });
  const before = read;
  await opened({ pack });
  expect(before).toBeGreaterThan(0);
  expect(read).toBe(before);
  expect(types(heard)).toEqual(['advice-error', 'advice-error']);
});

test('goes on when the pack is put right', async () => {
  const prompt = await opened({ pack: {} });
  prompt.pack = england;
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test.each([
  ['behaviour', 'smokin', 'Write behaviour="smoking".'],
  ['method', 'shouted', '"vba"'],
  ['setting', 'ward', '"patient"'],
  ['setting', 'Staff', 'Write setting="staff".'],
  ['audience', 'nurse', '"worker"'],
  ['variant', 'women', '"men"'],
  ['hotkeys', 'no', '"off"'],
  ['worker-role', 'wizard', '"clinical"'],
  ['undo-seconds', 'soon', '"10"'],
])('names the attribute %s, what it expects and what to do', async (attribute, value, remedy) => {
  // Of two attributes of one name the first counts.
  const attributes = `${attribute}="${value}" behaviour="smoking"`;
  const prompt = await place({ pack: england, preview: true, open: true }, attributes, inside);
  const { code, at, message } = failure();
  expect([code, at]).toEqual(['attribute-unknown', attribute]);
  expect(message).toContain(`"${attribute}"`);
  expect(message).toContain(remedy);
  expect(all(prompt, 'a[href="tel:999"]')).toHaveLength(1);
});

test('asks for the behaviour where only a method is named and the pack leaves a choice', async () => {
  await place({ pack: england, preview: true, open: true }, 'method="brief"', inside);
  const { at, message } = failure();
  expect(at).toBe('behaviour');
  for (const behaviour of Object.keys(england.behaviours)) expect(message).toContain(`"${behaviour}"`);
});

test('names a context fact that the pack does not know', async () => {
  await opened({ context: { 'context.shoeSize': 44 } });
  const { code, message } = failure();
  expect(code).toBe('context-invalid');
  expect(message).toContain('context.shoeSize');
});

test('tells of a problem once where the page hands over the same again, and again after it was put right', async () => {
  const prompt = await opened({ context: { 'context.shoeSize': 44 } }, '', inside);
  Object.assign(prompt, { context: { 'context.shoeSize': 44 } });
  await prompt.updateComplete;
  expect(find(prompt, 'slot')).not.toBeNull();
  expect(failure().code).toBe('context-invalid');

  Object.assign(prompt, { context: {} });
  await vi.waitFor(() => expect(heading(prompt)).toBe('Do you smoke at all?'));
  prompt.reset();
  Object.assign(prompt, { context: { 'context.shoeSize': 44 } });
  await prompt.updateComplete;
  expect(types(heard).filter((type) => type === 'advice-error')).toHaveLength(2);
});

test('names the JSON block that cannot be read', async () => {
  await opened({}, '', '<script type="application/json">{ services: [] }</script>');
  expect(failure().code).toBe('settings-invalid');
});

test('refuses a draft without preview', async () => {
  await opened({ preview: false });
  expect(failure().code).toBe('content-draft');
});

test('takes services and context from a JSON block inside the element', async () => {
  const block = {
    services: [aService({ id: 'block', name: 'From the block' })],
    asOf: '2026-11-22T09:00:00Z',
    context: { 'context.age': 17 },
  };
  const prompt = await place(
    { pack: england, behaviour: 'smoking', preview: true, open: true },
    '',
    `<script type="application/json">${JSON.stringify(block)}</script>`,
  );
  expect(heading(prompt)).toContain('This topic is for adults');
});

test('goes back to the default where an attribute is taken away', async () => {
  const prompt = await place(
    { pack: england, preview: true, open: true },
    'undo-seconds="0" audience="person" hotkeys="off"',
  );
  for (const name of prompt.getAttributeNames()) if (name !== 'open') prompt.removeAttribute(name);
  await drawn(prompt);
  expect([prompt.undoSeconds, prompt.audience, prompt.hotkeys, prompt.setting]).toEqual([
    10,
    'worker',
    'on',
    'patient',
  ]);
  expect(heard.filter(({ type }) => type === 'advice-error')).toEqual([]);
});

test('takes "false" on a boolean for off, and says so once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const prompt = await place({ pack: england, preview: true }, 'open="false"');
  await place({ pack: england, preview: true }, 'open="false"');
  expect(text(prompt)).toBe('Start a short conversation');
  expect(warn).toHaveBeenCalledTimes(1);
  expect(String(warn.mock.calls[0]?.[0])).toContain('"open"');
});

test('says once what to write instead of the attribute "behavior"', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await place({ pack: england, preview: true, open: true }, 'behavior="smoking"');
  await place({ pack: england, preview: true }, 'behavior="smoking"');
  expect(warn.mock.calls).toEqual([
    ['[everycontact/attribute-unknown] The attribute "behavior" of <advice-prompt> is unknown. Write "behaviour".'],
  ]);
});

test('says what to write instead of an attribute that is spelt like its property', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await place({ pack: england, preview: true }, 'subjectKey="case-17" idlereset="300" undo-seconds="5" class="u"');
  expect(warn.mock.calls.map(([said]) => /"(.*)" of.*Write "(.*)"/.exec(String(said))?.slice(1))).toEqual([
    ['subjectkey', 'subject-key'],
    ['idlereset', 'idle-reset'],
  ]);
});

test('asks for the file of services at the first look-up only, and shows the national line where it fails', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('gone', { status: 404 }));
  const prompt = await opened({ services: undefined, directory: '/services.json' });
  expect(fetched).not.toHaveBeenCalled();
  await click(prompt, 'Yes');
  expect(fetched).not.toHaveBeenCalled();
  await click(prompt, 'Next');
  const errors = () => heard.filter(({ type }) => type === 'advice-error').map(({ detail }) => detail.code);
  await expect.poll(errors).toEqual(['directory-failed']);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(text(prompt)).toContain('National Smokefree Helpline');
  key(prompt, '1');
  await drawn(prompt);
  key(prompt, 'Enter');
  await drawn(prompt);
  expect(types(heard)).toContain('advice-outcome');
});

test('shows the services of a file', async () => {
  const file = { asOf: '2026-11-22T09:00:00Z', services: [aService({ id: 'far', name: 'From the file' })] };
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(file)));
  const prompt = await opened({ services: undefined, directory: '/services.json' });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  await expect.poll(() => all(prompt, '.service h5').map((one) => one.textContent)).toEqual(['From the file']);
});

test.each([
  ['that cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch')), 'TypeError: Failed to fetch'],
  ['that is a page to log in', () => Promise.resolve(new Response('<html><title>Log in')), '<html><title>Log in'],
])('names the address of a list %s, and what came instead', async (_, fetched, found) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(fetched);
  const prompt = await opened({ services: undefined, directory: '/services.json' });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  await expect.poll(() => heard.at(-1)?.detail.at).toBe('directory');
  expect(heard.at(-1)?.detail.message).toContain(`at "/services.json", found ${found}. Check the attribute`);
});

test('says which service of a list is not whole', async () => {
  const { needs: _, ...rest } = aService({ id: 'quit' });
  await signposted([rest as ReturnType<typeof aService>]);
  await expect.poll(() => heard.at(-1)?.detail.message).toContain('the service "quit" without "needs"');
});

test('goes on with the national line where a directory of the host breaks', async () => {
  const directoryPort: Directory = { name: 'broken', find: () => Promise.reject(new Error('No route.')) };
  const prompt = await opened({ directoryPort });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  await drawn(prompt);
  expect(text(prompt)).toContain('National Smokefree Helpline');
  expect(types(heard)).toContain('advice-error');
  expect(heard.at(-1)?.detail.message).toContain('found No route. Mend it');
  expect(find(prompt, '.fallback')).toBe(null);
});

test('does not look for ever where a directory never answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const directoryPort: Directory = { name: 'silent', find: () => new Promise(() => undefined) };
  const prompt = await opened({ directoryPort });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  expect(text(prompt)).toContain('Looking for services');
  vi.advanceTimersByTime(10_000);
  await drawn(prompt);
  expect(text(prompt)).not.toContain('Looking for services');
  expect(text(prompt)).toContain('National Smokefree Helpline');
  expect(heard.at(-1)?.detail.message).toContain('the directory "silent", found none within 10 seconds');
});

test('takes services that are no list for a directory that failed, not for one that is empty', async () => {
  const file = { asOf: '2026-11-22T09:00:00Z', services: [aService({ id: 'far' })] };
  const prompt = await opened({ services: file as never });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  await expect.poll(() => heard.at(-1)?.detail.code).toBe('directory-failed');
  expect(text(prompt)).toContain('National Smokefree Helpline');
});

test('takes a directory that answers something else for one that failed', async () => {
  const odd = { name: 'odd', find: () => Promise.resolve({ matches: [{ name: 'no reasons' }] }) };
  const prompt = await opened({ directoryPort: odd as unknown as Directory });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  await drawn(prompt);
  expect(text(prompt)).toContain('National Smokefree Helpline');
  expect(heard.at(-1)?.detail.code).toBe('directory-failed');
});

test('shows markup in a feed as text', async () => {
  const name = '<img src=x onerror="globalThis.pwned=1">';
  const prompt = await signposted([
    aService({ id: 'evil', name, summary: '<script>globalThis.pwned=1</script>', alert: '<b>!</b>' }),
  ]);
  expect(find(prompt, '.service h5')?.textContent).toBe(name);
  expect(all(prompt, '.service img, .service script, .service b')).toEqual([]);
  expect('pwned' in globalThis).toBe(false);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  ' javascript:alert(1)',
])('makes no link of %s', async (url) => {
  const prompt = await signposted([
    aService({ id: 'evil', name: 'Evil', url, phone: '1;javascript:alert(1)', email: 'a b@c' }),
  ]);
  expect(all(prompt, '.service a')).toEqual([]);
  expect(find(prompt, '.service')?.textContent).toContain(url);
});

test.each(['a?bcc=spy%40c.org@b.org', 'a@b.org?body=x', 'spy%40c.org?x=@b.org'])(
  'never writes to anybody but whom an address shows: %s',
  async (email) => {
    const prompt = await signposted([aService({ id: 'evil', name: 'Evil', email })]);
    expect(all(prompt, '.service a')).toEqual([]);
    expect(find(prompt, '.service')?.textContent).toContain(email);
  },
);

test('links to phones, mail and the web, telling the other side nothing', async () => {
  const prompt = await signposted([
    aService({ id: 'good', name: 'Good', url: 'https://example.org/', phone: '(01632) 960-001', email: 'a@b.org' }),
  ]);
  const links = all(prompt, '.service a') as HTMLAnchorElement[];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'tel:01632960001',
    'mailto:a@b.org',
    'https://example.org/',
  ]);
  expect(links.every(({ rel }) => rel.includes('noreferrer'))).toBe(true);
});

test('shows its fallback when drawing breaks, and leaves the page alone', async () => {
  const outside = document.body.appendChild(document.createElement('p'));
  outside.textContent = 'the page';
  const options = { pack: england, script: 'smoking.vba', occasion: { setting: 'patient' as const }, preview: true };
  const whole = createSession({ ...options, reader: { locale: 'en-GB', audience: 'worker' }, directory: directory() });
  const session = { ...whole, view: { ...whole.view, choices: null } as unknown as View };
  const prompt = await opened({ session }, '', inside);
  expect(types(heard)).toEqual(['advice-change', 'advice-error']);
  expect(heard[1]!.detail.code).toBe('prompt-failed');
  expect(root(prompt).querySelector('a[href="tel:999"]')).not.toBe(null);
  expect(document.body.textContent).toContain('the page');
});

test.each([
  ['session', { session: {} as Session }],
  ['now', { now: () => 'today' }],
  ['newId', { newId: 'abc' as unknown as () => string }],
])('sends whoever handed over a "%s" that does not work there, not to us first', async (name, given) => {
  await opened(given, '', inside);
  const { code, message } = failure();
  expect(code).toBe('prompt-failed');
  expect(message.slice(message.indexOf('Check'))).toMatch(new RegExp(`"${name}".*or report it`));
});

async function signposted(services: ReturnType<typeof aService>[]) {
  const prompt = await opened({ services });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  return prompt;
}
