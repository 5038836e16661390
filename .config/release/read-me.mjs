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

Everything to serve the prompt from your own servers. Nothing in here loads anything from anybody else.

**Open \`start.html\` first**: it shows the prompt, and how to put it on a page of yours.

- \`start.html\` and \`pages/\`: the prompt on a page of its own (\`prompt.*\`, \`place.*\`), and pages for sites that allow no script (\`help.*\`).
  You can open all of them from a disk as well.
- \`scripts/\`: the files for a script tag. Put the whole folder on your server: a script loads other files that it needs from the same folder. A file with
  \`${version}\` in its name never changes; the same name without it is the file to replace with the next release.
  - \`advice-prompt.<place>.<locale>.js\`: one place in one language, in one file.
  - \`advice-prompt.js\`: the prompt alone. With the attribute \`place\` it loads \`.pack.<place>.js\` and, language by language, \`.words.<place>.<locale>.js\`.
  - \`.directory\`, \`.prompting\`, \`.services\`, \`.take-away\`: parts that any of these load when they are needed.
- \`presets/\`: ready-made looks, as style sheets.
- \`packs/\`: all that is asked and said, by place and by language, as JSON for your own programs.
- \`editor/\`: lets VS Code complete and explain the tag: name the two files in its settings, under \`html.customData\` and \`css.customData\`.
- \`documentation/\`: guides and reference; begin with \`documentation/docs/guides/README.md\`.${files.has('gallery/index.html') ? ' `gallery/` shows every view live; serve it from a web server.' : ''}
- \`integrity.json\`: the hash of every file in here. \`components.json\`: what is inside the scripts (CycloneDX); \`licences/\`: the licences of third-party code.

| Script | \`integrity\` |
|---|---|
${rows.join('\n')}

If the page comes over http or https, write the hash into the tag, with \`crossorigin="anonymous"\`; on a page opened from a disk a browser would refuse the script.
A browser then refuses a file that was changed, and the content of the element shows. A hash protects only the file of its own tag: to protect the files
that it loads later, give each of them a tag with its hash, before the script.
`;
}
