import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Where the tests get their browsers from, and how they start them. Nothing here downloads anything.

const windows = process.platform === 'win32';

/** A sandbox cannot be set up for root on Linux; anywhere else it stays on. */
const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What Playwright switches off and our tests could meet: only the last list of a command line counts, so it stands in ours. */
const offInPlaywright =
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,' +
  'HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,Translate,OptimizationHints,' +
  'BlockOriginHeaderModificationOnRedirect,AvoidCorsURLLoaderRestartOnRedirect,NetworkTimeServiceQuerying,AimEnabled';

/** Two hidden pages that every new window loads for its address bar, beside the page that is tested or measured. */
const pagesOfTheAddressBar = 'WebUIOmniboxPopup,WebUIOmniboxAimPopup';

/**
 * How to start Chromium, for Playwright's `launch` and for the vitest provider alike. The path comes from
 * EVERYCONTACT_CHROMIUM, which `npm test` sets to whatever `findChromium` found.
 */
export function chromiumLaunch() {
  return {
    ...(process.env.EVERYCONTACT_CHROMIUM ? { executablePath: process.env.EVERYCONTACT_CHROMIUM } : {}),
    args: [
      ...sandbox,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${offInPlaywright},${pagesOfTheAddressBar}`,
    ],
  };
}

/** How to start the Firefox of the system: over WebDriver BiDi, which needs no patched build. */
export function firefoxLaunch() {
  return {
    channel: 'moz-firefox',
    ...(process.env.EVERYCONTACT_FIREFOX ? { executablePath: process.env.EVERYCONTACT_FIREFOX } : {}),
  };
}

/**
 * How to start the driver of WebKitGTK on a port of this machine, on a screen of its own, and the browser that the driver
 * starts in turn.
 */
export function webKitLaunch(port) {
  const driver = process.env.EVERYCONTACT_WEBKIT ?? 'WebKitWebDriver';
  const browser = process.env.EVERYCONTACT_MINIBROWSER ?? miniBrowser();
  const screen = ['-a', '-s', '-screen 0 1400x1100x24', 'env', 'LIBGL_ALWAYS_SOFTWARE=1'];
  return { command: 'xvfb-run', args: [...screen, driver, `--port=${port}`, '--host=127.0.0.1'], browser };
}

/**
 * A Chromium that starts, tried in a fixed order: the one you name, Playwright's own, the system's, the one in an npm
 * package (Linux on x64, unpacked once into a folder of this project).
 *
 * @returns `{ path, from, env, tried }`: `env` is what a process that starts it needs; without `path`, `tried` says what
 * was looked for, and `remedy` gives the one command for this platform
 */
export async function findChromium() {
  const tried = [];
  const named = process.env.EVERYCONTACT_CHROMIUM;
  if (named) {
    if (starts(named)) return found(named, 'EVERYCONTACT_CHROMIUM', tried);
    tried.push(`EVERYCONTACT_CHROMIUM: ${named} does not start`);
    return { tried, remedy: 'Point EVERYCONTACT_CHROMIUM at a Chromium that starts, or unset it.' };
  }

  const own = await playwrightPath();
  if (own && starts(own)) return found(own, "Playwright's own download", tried);
  tried.push(`Playwright's own download: ${own ? `not at ${own}` : 'none for this platform'}`);

  for (const path of systemChromiums()) {
    if (starts(path)) return found(path, 'the system', tried);
    tried.push(`the system: ${path} does not start`);
  }
  tried.push('the system: no other Chromium, Chrome or Edge');

  if (process.platform === 'linux' && process.arch === 'x64') {
    const packaged = await unpackChromium();
    if (packaged.path) return found(packaged.path, 'the npm package @sparticuz/chromium', tried, packaged.env);
    tried.push(`the npm package @sparticuz/chromium: ${packaged.problem}`);
  } else {
    tried.push('the npm package @sparticuz/chromium: it is for Linux on x64 only');
  }
  return { tried, remedy: `Install one with:  ${installChromium()}` };
}

/** The Firefox of the system, with the same shape of answer. */
export function findFirefox() {
  const tried = [];
  const named = process.env.EVERYCONTACT_FIREFOX;
  const candidates = named
    ? [named]
    : [
        ...(process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : []),
        ...(windows ? inProgramFiles('Mozilla Firefox\\firefox.exe') : []),
        ...onPath('firefox-esr', 'firefox'),
      ].filter((path) => existsSync(path));
  for (const path of candidates) {
    if (starts(path)) {
      return { path, from: named ? 'EVERYCONTACT_FIREFOX' : 'the system', env: { EVERYCONTACT_FIREFOX: path }, tried };
    }
    tried.push(`${path} does not start`);
  }
  if (candidates.length === 0) tried.push('no firefox-esr or firefox on this machine');
  return { tried, remedy: `Install one with:  ${installFirefox()}` };
}

/**
 * WebKitGTK, which is WebKit's engine and not Safari: its driver, the small browser that lies in a folder named after the
 * machine, and a screen that is only in memory. The same shape of answer.
 */
export function findWebKit() {
  const remedy = 'Install it with:  sudo apt-get install -y --no-install-recommends webkit2gtk-driver xvfb xauth';
  if (process.platform !== 'linux') return { tried: ['it is for Linux only'], remedy: 'Run it in a Linux container.' };
  const named = process.env.EVERYCONTACT_WEBKIT;
  const path = [named ?? onPath('WebKitWebDriver')].flat().find((one) => existsSync(one));
  const browser = process.env.EVERYCONTACT_MINIBROWSER ?? miniBrowser();
  const screen = onPath('xvfb-run').find((one) => existsSync(one));
  const tried = [
    ...(path ? [] : [named ? `EVERYCONTACT_WEBKIT: nothing at ${named}` : 'no WebKitWebDriver on this machine']),
    ...(browser && existsSync(browser)
      ? []
      : [`no MiniBrowser ${browser ? `at ${browser}` : 'in a folder of /usr/lib or /usr/libexec'}`]),
    ...(screen ? [] : ['no xvfb-run to give it a screen']),
  ];
  if (tried.length > 0) return { tried, remedy };
  const env = { EVERYCONTACT_WEBKIT: path, EVERYCONTACT_MINIBROWSER: browser };
  return { path, from: named ? 'EVERYCONTACT_WEBKIT' : 'the system', env, tried };
}

/** Where a distribution puts it: beside the libraries, under the name of the machine and of the version. */
function miniBrowser() {
  for (const folder of ['/usr/lib', '/usr/libexec', ...subfolders('/usr/lib')]) {
    const versions = subfolders(folder).filter((one) => /\/webkit2?gtk-\d/.test(one));
    const here = versions.map((one) => join(one, 'MiniBrowser')).filter((one) => existsSync(one));
    if (here.length > 0) return here.at(-1);
  }
  return undefined;
}

function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

function found(path, from, tried, env = {}) {
  return { path, from, tried, env: { ...env, EVERYCONTACT_CHROMIUM: path } };
}

/** Only what answers `--version` counts. On Windows a browser opens a window instead, so there the file must do. */
function starts(path) {
  if (!existsSync(path)) return false;
  if (windows) return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function playwrightPath() {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath() || undefined;
  } catch {
    return undefined;
  }
}

function systemChromiums() {
  const applications =
    process.platform === 'darwin'
      ? [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ]
      : windows
        ? [
            ...inProgramFiles('Google\\Chrome\\Application\\chrome.exe'),
            ...inProgramFiles('Microsoft\\Edge\\Application\\msedge.exe'),
          ]
        : onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
  return applications.filter((path) => existsSync(path));
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inProgramFiles(file) {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .map((folder) => join(folder, file));
}

const packagedVersion = '143.0.0';

/**
 * The package unpacks under fixed names into the folder for temporary files and takes what it finds there, of whatever
 * version; hence a folder of our own, named after the version. Thinking itself on Lambda, it also brings the shared
 * libraries a bare machine lacks.
 */
async function unpackChromium() {
  const folder = fileURLToPath(
    new URL(`../node_modules/.cache/everycontact/chromium-${packagedVersion}`, import.meta.url),
  );
  const before = { ...process.env };
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0)
      console.log('Unpacking the Chromium of @sparticuz/chromium, once (200 MB) ...');
    process.env.TMPDIR = folder;
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    if (!starts(path)) return { problem: `unpacked to ${path}, but does not start` };
    return { path, env: changed(before) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const name of Object.keys(process.env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** What the package put into the environment for the browser, without what we put there for the package. */
function changed(before) {
  const ours = ['TMPDIR', 'AWS_EXECUTION_ENV'];
  return Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => !ours.includes(name) && before[name] !== value),
  );
}

function installChromium() {
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    return 'sudo apt-get install -y --no-install-recommends chromium';
  }
  return 'npx playwright install chromium';
}

function installFirefox() {
  if (process.platform === 'darwin') return 'brew install --cask firefox';
  if (windows) return 'winget install Mozilla.Firefox';
  if (existsSync('/usr/bin/apt-get')) return 'sudo apt-get install -y --no-install-recommends firefox-esr';
  return 'the package manager of this system, package firefox';
}
