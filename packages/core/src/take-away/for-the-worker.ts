import type { HelpLine, Pack } from '../pack/pack.js';

/**
 * Tells the numbers that only the worker may see - domestic-abuse lines and the like - from all others: a feed may list them
 * too, under whatever name. A page loads this, so it goes over the lines without their places, which `helpLines` tells.
 */
export function numbersForTheWorker({ urgentHelp, needs, safeguarding }: Pack): (phone: string | undefined) => boolean {
  const all: readonly HelpLine[] = [
    ...Object.values(urgentHelp).flatMap(({ lines }) => lines),
    ...Object.values(needs).flatMap(({ national }) => national),
    ...(safeguarding ? [safeguarding] : []),
  ];
  const hidden = new Set(all.flatMap(({ workerOnly, phone }) => (workerOnly && phone ? [digits(phone)] : [])));
  return (phone) => phone !== undefined && hidden.has(digits(phone));
}

/** Without a country code the last eight tell two numbers apart, whichever way each is written. */
const digits = (phone: string) => phone.replace(/\D/g, '').slice(-8) || phone;
