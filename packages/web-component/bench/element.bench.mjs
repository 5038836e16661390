import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumLaunch, findChromium } from '../../../.config/browsers.mjs';
import { buildPages } from './build.mjs';
import { growth, twenty, underPolicy, walk } from './measure.mjs';
import { probe } from './probe.mjs';
import { serve } from './serve.mjs';
import { printTable } from './table.mjs';

// The same journey for ours and others, in Chromium at a quarter of its speed; contenders take turns, round by round.

const [rounds, cycles, slower] = [Number(process.env.ROUNDS ?? 9), Number(process.env.CYCLES ?? 200), 4];

const { env = {} } = await findChromium();
Object.assign(process.env, env);
const pages = (await buildPages()).filter(({ name }) => (process.env.ONLY ?? name).split(',').includes(name));
const { address, close } = await serve(fileURLToPath(new URL('dist', import.meta.url)));
const { args = [], ...launch } = chromiumLaunch();
// Frames as soon as they are ready: a screen's own pace would hide what is faster than it.
const browser = await opened();
// Machine code that an engine writes for what runs often is no leak, and more of it than anything that could be one.
const withoutMachineCode = await opened('--js-flags=--no-opt --no-maglev --no-sparkplug');

/** A browser that has the probe in every page. */
async function opened(...flags) {
  const browser = await chromium.launch({
    ...launch,
    args: [...args, '--disable-frame-rate-limit', '--disable-gpu-vsync', ...flags],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async () => {
    const context = await newContext();
    await context.addInitScript(probe);
    return context;
  };
  return browser;
}

const taken = new Map(pages.map(({ name }) => [name, { first: [], cpu: [], heap: [], click: [], twenty: [] }]));
const still = [];
const broken = new Set();
try {
  // The first round is for the caches of browser and disk.
  for (let round = -1; round < rounds; round++) {
    const empty = await walk(browser, address, 'static', slower);
    if (round >= 0) still.push(empty.cpu);
    for (const { name, title } of pages.filter((page) => !broken.has(page.name))) {
      try {
        const { first, cpu, heap, click } = await walk(browser, address, name, slower);
        const all = await twenty(browser, address, name, slower);
        if (round < 0) continue;
        const times = taken.get(name);
        times.first.push(first);
        times.cpu.push(cpu);
        times.heap.push(heap);
        // The last click leads to services, and not to a question.
        times.click.push(...click.slice(0, -1));
        times.twenty.push(all);
      } catch (error) {
        broken.add(name);
        console.log(`${title} does not come through and is left out: ${error.message.split('\n')[0]}`);
      }
    }
    process.stdout.write('.');
  }
  console.log();
  const results = [];
  for (const { name, title, gzip, brotli } of pages.filter((page) => !broken.has(page.name))) {
    const { first, cpu, heap, click, twenty: all } = taken.get(name);
    const turns = name === 'lhc' ? Math.ceil(cycles / 10) : cycles;
    results.push({
      title,
      gzip,
      brotli,
      first: median(first),
      cpu: median(cpu) - median(still),
      click: median(click),
      twenty: median(all),
      heap: median(heap),
      growth: await growth(withoutMachineCode, address, name, turns),
      withMachineCode: await growth(browser, address, name, turns),
      policy: await underPolicy(browser, address, name),
    });
  }
  printTable(results);
} finally {
  await browser.close();
  await withoutMachineCode.close();
  close();
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
