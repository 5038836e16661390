import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './snippets.js';

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest;
const workspaces = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(root + folder).map((name) => manifestIn(`${folder}/${name}`)),
);

/** Looks whether a line of a shell block names what there is. @returns what it names and is not there, or nothing */
export function problemWith(line: string): string | undefined {
  const words = line
    .replace(/ #.*|^#.*/, '')
    .replace(/ [|>] .*/, '')
    .trim()
    .split(/\s+/)
    .filter((word) => !/^[A-Z]+=/.test(word));
  const [tool = '', command = '', ...rest] = words;
  if (tool === '' || (tool === 'npm' && command === 'ci')) return undefined;
  if (tool === 'npm' && (command === 'install' || command === 'uninstall')) return rest.find(isUnknownPackage);
  if (tool === 'npm' && command === 'pack') return problemWithWorkspaces(rest);
  if (tool === 'npm') return problemWithScript(command === 'run' ? rest : [command, ...rest]);
  if (tool === 'npx' && command === 'everycontact') return problemWithCommand(rest);
  return `${tool}: only npm and npx everycontact are told to readers`;
}

const isUnknownPackage = (name: string) =>
  name.startsWith('@everycontact/') && !workspaces.some((one) => one.name === name);

const problemWithWorkspaces = (words: readonly string[]) =>
  words.find((name) => name !== '-w' && !workspaces.some((one) => one.name === name));

function problemWithScript([script = '', ...rest]: readonly string[]): string | undefined {
  const at = rest.includes('-w') ? rest[rest.indexOf('-w') + 1] : undefined;
  const manifest = at === undefined ? manifestIn('.') : workspaces.find(({ name }) => name === at);
  return manifest?.scripts?.[script] === undefined ? `${at ?? 'the root'} has no script "${script}"` : undefined;
}

/** One word is the command, or two in a group of commands; its own help must know every option. */
function problemWithCommand(words: readonly string[]): string | undefined {
  const [first = '', second = ''] = words;
  const group = helpOf([first])?.startsWith(`Usage: everycontact ${first} COMMAND`);
  const command = group ? [first, second] : [first];
  const help = helpOf(command);
  if (!help?.startsWith(`Usage: everycontact ${command.join(' ')}`))
    return `everycontact has no command "${command.join(' ')}"`;
  const unknown = words.filter((word) => word.startsWith('--') && !help.includes(word));
  return unknown.length > 0 ? `everycontact ${command.join(' ')} has no ${unknown.join(' ')}` : undefined;
}

const helps = new Map<string, string | undefined>();
function helpOf(words: readonly string[]): string | undefined {
  const key = words.join(' ');
  if (!helps.has(key)) helps.set(key, printed([...words, '--help']));
  return helps.get(key);
}

function printed(args: readonly string[]): string | undefined {
  try {
    const bin = `${root}packages/cli/bin/everycontact.js`;
    return execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
