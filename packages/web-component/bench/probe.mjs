/**
 * Runs in each page before anything of its own: `bench.seen(words)` when words are painted, `bench.click(words, next)` from a
 * click until what follows is painted. Painted is a task after the frame in which the words first stood in the document.
 */
export function probe() {
  const roots = () => {
    const prompts = [...document.querySelectorAll('advice-prompt')].map((prompt) => prompt.shadowRoot).filter(Boolean);
    return prompts.length ? prompts : [document.body];
  };
  const count = (words) =>
    roots().reduce((sum, root) => sum + (root ? root.textContent.split(words).length - 1 : 0), 0);
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  async function until(condition, wait) {
    for (const begun = performance.now(); !condition(); await wait())
      if (performance.now() - begun > 120_000) throw new Error(`it never came: ${condition}`);
  }
  const violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));

  async function seen(words, times = 1) {
    await until(() => count(words) >= times, frame);
    await frame();
    await task();
    return performance.now();
  }

  function control(words) {
    for (const root of roots())
      for (const label of root.querySelectorAll('label, button'))
        if (label.checkVisibility() && label.textContent.replace(/\s+/g, ' ').trim().startsWith(words))
          return label.querySelector('input') ?? label.control ?? label;
    throw new Error(`nothing to click says "${words}"`);
  }

  async function click(words, next) {
    const target = control(words);
    const before = count(next);
    await frame();
    await task();
    const begun = performance.now();
    target.click();
    await until(() => count(next) > before, frame);
    await frame();
    await task();
    return performance.now() - begun;
  }

  /** Puts journeys up and takes them down again, one after another, without waiting for frames. */
  async function cycles(times, words) {
    const place = document.getElementById('many');
    for (let i = 0; i < times; i++) {
      const inside = place.appendChild(document.createElement('div'));
      const unmount = globalThis.mount(inside);
      await until(() => count(words), task);
      unmount();
      inside.remove();
      await task();
    }
  }

  /** @returns milliseconds until all are painted */
  async function many(times, words) {
    const place = document.getElementById('many');
    await frame();
    await task();
    const begun = performance.now();
    for (let i = 0; i < times; i++) globalThis.mount(place.appendChild(document.createElement('div')));
    return (await seen(words, times)) - begun;
  }

  globalThis.bench = { seen, click, cycles, many, violations };
}
