import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * Every address the server answers, read once at start: an address that is not in the list is not there, whatever dots
 * and slashes it is made of, and a build that goes on meanwhile takes nothing away from a page that is open.
 *
 * @param {string} pages the folder of built pages
 * @param {string} scripts the folder of the web component's build; its script-tag files are served under `/assets/`
 * @returns {Map<string, { body: Buffer, type: string }>}
 */
export function servedFiles(pages, scripts) {
  const served = new Map();
  for (const file of filesIn(pages)) {
    const type = types[extname(file)];
    if (!type) continue;
    const path = `/${relative(pages, file).split(sep).join('/')}`;
    const answer = { body: readFileSync(file), type };
    served.set(path, answer);
    if (basename(file) === 'index.html') served.set(path.slice(0, -'index.html'.length), answer);
  }
  for (const name of names(scripts).filter((one) => /^advice-prompt\..+\.js$/.test(one))) {
    served.set(`/assets/${name}`, { body: readFileSync(join(scripts, name)), type: types['.js'] });
  }
  return served;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function names(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
