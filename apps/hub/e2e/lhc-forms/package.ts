import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** LHC-Forms as it is published. Only its built files are used: installing it would bring all of Angular. */
const wanted = {
  name: 'lforms@40.1.3',
  file: 'lforms-40.1.3.tgz',
  integrity: 'sha512-WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==',
};
const cache = fileURLToPath(new URL('../../../../node_modules/.cache/everycontact/lhc-forms/', import.meta.url));

/**
 * The folder with the built files, taken from the registry once and kept; `undefined` where there is no network.
 *
 * @throws Error where the package is not the one that was looked at
 */
export function lhcForms(): string | undefined {
  const folder = join(cache, 'package/dist/lforms');
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const archive = join(cache, wanted.file);
  const windows = process.platform === 'win32';
  const packed = spawnSync('npm', ['pack', wanted.name, '--pack-destination', '.', '--loglevel', 'error'], {
    cwd: cache,
    shell: windows,
  });
  if (packed.status !== 0 || !existsSync(archive)) return undefined;
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== wanted.integrity) {
    rmSync(archive);
    throw new Error(`Expected ${wanted.name} with ${wanted.integrity}, found ${found}.`);
  }
  const part = join(cache, 'unpacked');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', part, 'package/dist/lforms']);
  if (unpacked.status !== 0) return undefined;
  renameSync(join(part, 'package'), join(cache, 'package'));
  return folder;
}
