import { sha384 } from './integrity.mjs';

/**
 * What stands beside everything else in the release.
 *
 * @param {string} version
 * @param {ReadonlyMap<string, Uint8Array>} files all but this one and `integrity.json`
 * @returns {string} Markdown
 */
export function readMe(version, files) {
  const names = [...files.keys()].filter((path) => path.startsWith(`scripts/advice-prompt.${version}.`)).sort();
  const rows = names.map((path) => `| \`${path}\` | \`${sha384(files.get(path))}\` |`);
  return `# everycontact ${version}

Everything to serve the prompt from your own machines. Nothing in here asks anybody else for anything.

**Open \`start.html\` first**: it shows the prompt, and what to write to have it on a page of yours.

- \`start.html\` and \`pages/\`: the prompt on a page of its own (\`prompt.*\`, \`place.*\`), and pages for sites that allow no script (\`help.*\`).
  All of them open from a disk as well.
- \`scripts/\`: the files for a script tag. Lay the whole folder on your server: a script loads what else it needs from beside itself. A name with
  \`${version}\` in it never changes; the same name without it is the file to replace with the next release.
  - \`advice-prompt.<place>.<locale>.js\`: one place in one language, in one file.
  - \`advice-prompt.js\`: the prompt alone. With the attribute \`place\` it loads \`.pack.<place>.js\` and, language by language, \`.words.<place>.<locale>.js\`.
  - \`.directory\`, \`.prompting\`, \`.services\`, \`.take-away\`: parts that any of these load when they are needed.
- \`presets/\`: looks to begin from, as style sheets.
- \`packs/\`: what is said, by place and by language, as JSON for programs of your own.
- \`editor/\`: completes and explains the tag in VS Code: name the two files in its settings, under \`html.customData\` and \`css.customData\`.
- \`documentation/\`: guides and reference; begin at \`documentation/docs/guides/README.md\`.${files.has('gallery/index.html') ? ' `gallery/` shows every view at work, from a server.' : ''}
- \`integrity.json\`: the hash of every file in here. \`components.json\`: what is inside the scripts (CycloneDX), \`licences/\` the licences of others in it.

| Script | \`integrity\` |
|---|---|
${rows.join('\n')}

Put the hash into the tag with \`crossorigin="anonymous"\`, where the page comes over http or https; a browser refuses it on a page from a disk.
A file that was changed is then refused, and what stands inside the element stays. A hash guards the file of its own tag: what that file loads from
beside itself is guarded too where the page brings it by a tag with its hash.
`;
}
