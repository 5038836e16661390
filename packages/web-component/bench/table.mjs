const kB = (bytes) => (bytes / 1024).toFixed(1);
const whole = (number) => number.toFixed(0);
const times = (value, by) => `${(value / by).toFixed(2)} x`;

/** What issue 5 asks of ours, in the words of the columns. */
const musts = { first: '1.4 x', cpu: '40 ms', click: '1.5 x', twenty: '3 x', growth: '0, 0, 150' };

/** Prints medians, and each as so many times the page that was written by hand. */
export function printTable(results) {
  const hand = results.find(({ title }) => title === 'by hand') ?? results[0];
  const rows = results.map(
    ({ title, gzip, brotli, first, cpu, click, twenty, heap, growth, withMachineCode, policy }) => ({
      page: title,
      'gzip, brotli kB': `${kB(gzip)}, ${kB(brotli)}`,
      'first question': `${whole(first)} ms ${times(first, hand.first)}`,
      'CPU until then': `${whole(cpu)} ms`,
      'click to next': `${click.toFixed(1)} ms ${times(click, hand.click)}`,
      'twenty of them': `${whole(twenty)} ms ${times(twenty, hand.twenty)}`,
      'heap kB': whole(heap / 1024),
      'left by a cycle': `${growth.nodes.toFixed(2)} nodes, ${growth.listeners.toFixed(2)} listeners, ${whole(growth.bytes)} bytes (${whole(withMachineCode.bytes)} with machine code)`,
      'strict policy': policy.broken ? 'broken' : policy.violations ? `${policy.violations} violations` : 'intact',
    }),
  );
  rows.push({
    page: 'must, of ours',
    'gzip, brotli kB': '18',
    'first question': musts.first,
    'CPU until then': musts.cpu,
    'click to next': musts.click,
    'twenty of them': musts.twenty,
    'heap kB': '',
    'left by a cycle': musts.growth,
    'strict policy': 'intact',
  });
  console.table(rows);
}
