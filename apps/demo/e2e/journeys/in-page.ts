// Runs in the page of a journey, before anything else there: the test server puts it first into every head. It listens to
// what goes wrong, and finds what a person would find: by kind and by name, through shadow roots.

export type Kind = 'button' | 'radio' | 'heading';
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Told {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const told: Told[] = [];
/** Errors, warnings, broken promises and violations of the policy of the page. */
export const trouble: string[] = [];

const selectors: Readonly<Record<Kind, string>> = {
  button: 'button',
  radio: '[type=radio]',
  heading: 'h1, h2, h3, h4, h5, h6',
};

/** What came to the printer, instead of a window that asks for one. */
export interface Printed {
  readonly words: string;
  readonly codes: number;
  readonly sheets: number;
}
export const printed: Printed[] = [];

/** What was found last, for a driver that asks the engine what it makes of it. */
export let found: Element | undefined;

/** Where to point at the first such element that a person could point at, once it is there. */
export async function find(kind: Kind, name: string): Promise<Point> {
  for (;;) {
    const point = await pointOf(kind, name);
    await painted();
    // A click into a screen that is still being laid out is lost: what is pointed at has to stay where it is.
    const now = found?.isConnected ? pointOn(found) : undefined;
    if (now?.x === point.x && now.y === point.y) return point;
  }
}

async function pointOf(kind: Kind, name: string): Promise<Point> {
  let named: Element[] = [];
  let point: Point | undefined;
  await once(
    () => {
      named = every(selectors[kind]).filter((one) => nameOf(one) === name);
      found = named.find((one) => (point = pointOn(one)) !== undefined);
      return found !== undefined;
    },
    () =>
      `Expected a ${kind} "${name}" that can be pointed at, found ${named.length} of that name that cannot; there are ${every(selectors[kind]).filter(isSeen).map(nameOf).join(' | ')}`,
  );
  return point ?? { x: 0, y: 0 };
}

/** Waits until no such text stands in the prompt. */
export const gone = (text: string): Promise<void> =>
  once(
    () => !inPrompt('*').some((one) => ownText(one) === text && isSeen(one)),
    () => `Expected "${text}" to go, but it stays.`,
  );

/** What is read in the prompt, without what is hidden. */
export const readable = (): string => inPrompt('[part~=panel]').map(textOf).join(' ');
export const direction = (): string =>
  inPrompt('[part~=panel]')
    .map((one) => getComputedStyle(one).direction)
    .join();
/**
 * Numbers to call whose first digit does not stand left of their last one: turned round, it is somebody else who answers.
 */
export const turnedRound = (): string[] =>
  inPrompt('a[href^="tel:"]').flatMap((link) => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const number = texts.find(({ data }) => /\d/.test(data));
    if (!number) return [textOf(link)];
    const at = (index: number) => {
      const range = document.createRange();
      range.setStart(number, index);
      range.setEnd(number, index + 1);
      return range.getBoundingClientRect();
    };
    const first = at(number.data.search(/\d/));
    const last = at(number.data.search(/\d\D*$/));
    return first.top === last.top && first.left > last.left ? [textOf(link)] : [];
  });
export const focused = (): string => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at ? nameOf(at) : '';
};
export const isSecure = (): boolean => isSecureContext;
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

interface Axe {
  run(part: string, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
}

/** What axe finds in the prompt. It comes as a file of its own, as the policy asks. */
export async function axe(): Promise<readonly string[]> {
  const place = window as unknown as { axe?: Axe };
  if (!place.axe) await import(`${location.origin}/journeys/axe.js`);
  const { violations = [] } = (await place.axe?.run('advice-prompt', { resultTypes: ['violations'] })) ?? {};
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((one) => `${id} ${JSON.stringify(one.target)} ${one.failureSummary}`),
  );
}

function every(selector: string, root: ParentNode = document): Element[] {
  const roots = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.querySelectorAll(selector), ...roots.flatMap((one) => every(selector, one))];
}
const inPrompt = (selector: string): Element[] =>
  [...document.querySelectorAll('advice-prompt')].flatMap(({ shadowRoot }) =>
    shadowRoot ? every(selector, shadowRoot) : [],
  );

/** The name a person reads: its label, or its own words without what is hidden from assistive technology. */
function nameOf(element: Element): string {
  const { labels } = element as Partial<Pick<HTMLInputElement, 'labels'>>;
  const said = element.getAttribute('aria-label');
  return said ?? textOf(labels?.[0] ?? element);
}
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll('[aria-hidden=true], [hidden]')) silent.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
const ownText = (element: Element): string => (element.childElementCount === 0 ? textOf(element) : '');
const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** The middle of an element, scrolled to, unless something else lies over it. */
function pointOn(element: Element): Point | undefined {
  if (!isSeen(element) || element.matches(':disabled')) return undefined;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const point = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  let over = document.elementFromPoint(point.x, point.y);
  for (let inner = over; inner; inner = over?.shadowRoot?.elementFromPoint(point.x, point.y) ?? null) {
    if (inner === over && inner.shadowRoot === null) break;
    over = inner;
  }
  const label = element.closest('label');
  return over && (element.contains(over) || over.contains(element) || label?.contains(over)) ? point : undefined;
}

/** Looks again at every turn of the page's own clock, for ten seconds. */
function once(holds: () => boolean, problem: () => string): Promise<void> {
  const until = performance.now() + 10_000;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (holds()) resolve();
      else if (performance.now() > until) reject(new Error(problem()));
      else setTimeout(look, 10);
    };
    look();
  });
}

const events = ['advice-change', 'advice-urgent', 'advice-outcome', 'advice-closed', 'advice-error'];
for (const type of events)
  document.addEventListener(type, (event) => {
    told.push({ type, detail: (event as CustomEvent<Told['detail']>).detail });
  });
/** A browser asks for the page's little picture by itself; Playwright toggles a style sheet in Firefox for its pictures. */
const theirs = /\/favicon\.ico$|> eval$/;
function hearViolations(document: Document): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
    if (!theirs.test(blockedURI) && !theirs.test(decodeURI(sourceFile)))
      trouble.push(`violation: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
  });
}
hearViolations(document);

/** Every frame is given a printer that keeps what it gets, and is heard as the page is. */
const windowOf = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')?.get;
const given = new WeakSet<Window>();
Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
  get(this: HTMLIFrameElement) {
    const frame = windowOf?.call(this) as Window | null;
    if (frame && !given.has(frame)) {
      given.add(frame);
      hearViolations(frame.document);
      frame.print = () => {
        const { body, adoptedStyleSheets } = frame.document;
        const codes = body.querySelectorAll('svg').length;
        printed.push({ words: textOf(body), codes, sheets: adoptedStyleSheets.length });
        frame.dispatchEvent(new Event('afterprint'));
      };
    }
    return frame;
  },
});
window.addEventListener('error', ({ message }) => trouble.push(`error: ${message}`));
window.addEventListener('unhandledrejection', ({ reason }) => trouble.push(`rejection: ${String(reason)}`));
for (const level of ['error', 'warn'] as const) {
  const say = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    trouble.push(`console.${level}: ${words.map(String).join(' ')}`);
    say(...words);
  };
}
