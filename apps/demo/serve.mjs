import { parseArgs } from 'node:util';
import { createDemoServer } from './server/demo-server.mjs';
import { FeedError } from './server/services.mjs';

// npm start [-- --directory FILE]: serves the built pages until you press Ctrl+C. PORT and HOST choose another address.

const usage = `npm start                          the demo with the invented services of three invented towns
npm start -- --directory FILE      the same pages with your services: a .services file, HSDS 3.x or Open Referral UK JSON, or CSV
PORT=8080 npm start                another port (4173 by default)
HOST=0.0.0.0 npm start             open to other machines (by default only this one)`;

const { directory, port, host } = settings();
const demo = await createDemoServer({ directory }).catch(stopOnFeed);
const address = await demo.listen(port, host).catch(stopOnPort);
report(demo.feeds);
welcome(address);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

function settings() {
  try {
    const { values } = parseArgs({ options: { directory: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    if (values.help) stopWith(usage, 0);
    return { directory: values.directory, port: portNumber(process.env.PORT), host: process.env.HOST || '127.0.0.1' };
  } catch (error) {
    return stopWith(`${error.message}\n\n${usage}`, 2);
  }
}

function portNumber(text = '') {
  const number = text === '' ? 4173 : Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  return stopWith(`PORT must be a whole number from 0 to 65535, found "${text}". Try: PORT=8080 npm start`, 2);
}

function stopOnFeed(error) {
  if (error instanceof FeedError) return stopWith(error.message, 1);
  if (error.code === 'ENOENT') return stopWith('The pages are not built yet. Run: npm start (it builds them first)', 1);
  throw error;
}

function stopOnPort(error) {
  const words = {
    EADDRINUSE: `Port ${port} is already in use, perhaps by an earlier demo. Stop that one, or take another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} may not be opened by you. Take one above 1023: PORT=4173 npm start`,
    EADDRNOTAVAIL: `HOST "${host}" is not an address of this machine. Leave HOST out, or use HOST=0.0.0.0`,
    ENOTFOUND: `HOST "${host}" is not known. Leave HOST out, or use HOST=0.0.0.0`,
  };
  return stopWith(words[error.code] ?? `The server could not start: ${error.message}`, 1);
}

function report({ en, ...others }) {
  if (directory) console.log(`${en.lines.join('\n')}\n`);
  for (const feed of directory ? [en] : [en, ...Object.values(others)]) {
    if (!directory) console.log(feed.lines[0]);
    if (feed.stopSmoking === 0) {
      console.log('No service in this feed is about stopping smoking, so the pages show the national line.');
    } else console.log(`${feed.stopSmoking} of ${feed.count} services can be suggested in the talk about smoking.`);
  }
}

function welcome(at) {
  console.log(`
Ready. Open ${at}

  ${at}/intranet/           one element and one script file in a plain page
  ${at}/case-management/    the React component, and the headless hook
  ${at}/record/             a card from a FHIR record, the web component, and what it writes back

In Danish: add da/ at the end. To stop: Ctrl+C`);
}

async function stop() {
  console.log('\nStopped.');
  await demo.close();
  process.exit(0);
}

function stopWith(text, status) {
  (status === 0 ? console.log : console.error)(text);
  process.exit(status);
}
