import * as packs from '@everycontact/content';
import { verifyPack } from '@everycontact/core/verify';

// verifyPack on each shipped pack: every path of every script, and every text.

for (const pack of Object.values(packs)) {
  if (pack.schema !== 'everycontact/pack@1') continue;
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    verifyPack(pack, '2026-11-22');
    return performance.now() - begun;
  });
  const { states, scripts } = verifyPack(pack, '2026-11-22');
  const median = times.toSorted((a, b) => a - b)[2];
  console.log(
    `${pack.id.padEnd(10)} ${String(scripts).padStart(3)} scripts ${String(states).padStart(7)} states ${median.toFixed(0).padStart(6)} ms`,
  );
}
