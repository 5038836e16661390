import { clicks, screens } from './journey.mjs';

const [firstQuestion] = screens;

/** A page of its own in a fresh context, slowed down, with the probe inside. */
async function opened(browser, slower, use) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    // What the main thread worked, whatever else the machine was busy with.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await use(page, session, () => session.send('Emulation.setCPUThrottlingRate', { rate: slower }));
  } finally {
    await context.close();
  }
}

const metric = async (session, name) =>
  (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === name).value;

/**
 * From navigation until the first question is painted, and then every click of the journey.
 *
 * @returns {Promise<{ first: number, cpu: number, heap: number, click: number[] }>} milliseconds and bytes
 */
export const walk = (browser, address, name, slower) =>
  opened(browser, slower, async (page, session, slowDown) => {
    // The process is there and warm: what is measured is the page.
    await page.goto(`${address}/static.html`);
    await slowDown();
    const before = await metric(session, 'TaskDuration');
    await page.goto(`${address}/${name}.html`, { waitUntil: 'commit' });
    const first = await page.evaluate((words) => bench.seen(words), firstQuestion);
    const cpu = ((await metric(session, 'TaskDuration')) - before) * 1000;
    if (name === 'static') return { first, cpu };
    const heap = await heapOf(session);
    const click = [];
    for (const [index, words] of clicks.entries())
      click.push(await page.evaluate(([label, next]) => bench.click(label, next), [words, screens[index + 1]]));
    return { first, cpu, heap, click };
  });

/** @returns {Promise<number>} milliseconds until twenty journeys are painted on one page */
export const twenty = (browser, address, name, slower) =>
  opened(browser, slower, async (page, _, slowDown) => {
    await page.goto(`${address}/${name}.many.html`);
    await slowDown();
    return page.evaluate((words) => bench.many(20, words), firstQuestion);
  });

/** @returns {Promise<{ bytes: number, nodes: number, listeners: number }>} of one journey put up and taken down again */
export const growth = (browser, address, name, times) =>
  opened(browser, 1, async (page, session) => {
    await page.goto(`${address}/${name}.many.html`);
    const rounds = (count) => page.evaluate(([n, words]) => bench.cycles(n, words), [count, firstQuestion]);
    // What an engine learns of the code is no leak.
    await rounds(100);
    const before = await counted(session);
    await rounds(times);
    const after = await counted(session);
    return Object.fromEntries(Object.keys(after).map((key) => [key, (after[key] - before[key]) / times]));
  });

/** @returns {Promise<{ broken: boolean, violations: number }>} the journey under the strict policy */
export const underPolicy = (browser, address, name) =>
  opened(browser, 1, async (page) => {
    page.setDefaultTimeout(10_000);
    await page.goto(`${address}/strict/${name}.html`);
    const within = (promise) => Promise.race([promise, page.waitForTimeout(8_000).then(() => Promise.reject())]);
    const done = await within(page.evaluate((words) => bench.seen(words), firstQuestion))
      .then(async () => {
        for (const [index, words] of clicks.entries())
          await within(page.evaluate(([label, next]) => bench.click(label, next), [words, screens[index + 1]]));
        return true;
      })
      .catch(() => false);
    return { broken: !done, violations: await page.evaluate(() => bench.violations.length) };
  });

async function heapOf(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function counted(session) {
  const bytes = await heapOf(session);
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { bytes, nodes, listeners };
}
