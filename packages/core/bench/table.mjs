const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Prints rates, and each as so many times the rate of the peer named `against`. */
export function printRates(title, unit, measured, against) {
  const peer = measured.find(({ name }) => name === against);
  const rows = measured.map(({ name, rate, note }) => [
    name,
    whole.format(rate),
    `${short.format(rate / peer.rate)} x`,
    note,
  ]);
  const lines = [[title, `${unit} a second`, `against ${against}`, 'what it does'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column].length)));
  for (const [name, rate, ratio, note] of lines)
    console.log(`${name.padEnd(widths[0])}  ${rate.padStart(widths[1])}  ${ratio.padStart(widths[2])}  ${note}`);
}
