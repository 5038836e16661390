import type { Files } from '@everycontact/content/compose';
import type { Finding } from '@everycontact/core';

/** What a folder of somebody's own holds that has the form of content, and that nothing has read. */
const jsonIn = (files: Files, folder: string): readonly string[] => [
  ...files.names(folder).flatMap((name) => (name.endsWith('.json') ? [`${folder}/${name}`] : [])),
  ...files.folders(folder).flatMap((name) => jsonIn(files, `${folder}/${name}`)),
];

/** Walks through a behaviour: tests play them, and no pack holds them. */
const isExamples = (file: string): boolean => file.endsWith('/examples.json');

/** What is content in a pack, and has no place of its own in the folder of an adaptation. */
const partsOfPacks = ['behaviours', 'instruments', 'interface', 'methods', 'packs'];
const filesOfPacks =
  /^(?:texts?[._-].*|facts|flags|needs|signposting|sources|context|measures|urgent-help|pack)\.json$/;

/** Files beside `adaptation.json` that look as if they were part of it, and are not. */
export function unreadBeside(files: Files, read: ReadonlySet<string>): readonly Finding[] {
  const beside = files.names('.').filter((name) => filesOfPacks.test(name) && !read.has(name));
  const inside = partsOfPacks.flatMap((folder) => jsonIn(files, folder));
  return [...beside, ...inside].map((where) => ({
    code: 'file-unread',
    where,
    message:
      'expected adaptation.json and text.<language>.json, found this, which nothing reads: write what it holds into adaptation.json under new ids, call a file of words text.<language>.json, or take it out',
  }));
}

/** Files in the folder of a pack that it does not read. */
export function unreadIn(files: Files, folder: string, read: ReadonlySet<string>): readonly Finding[] {
  const left = jsonIn(files, folder).filter((file) => !read.has(file) && !isExamples(file));
  return left.map((where) => ({
    code: 'file-unread',
    where,
    message:
      'expected a file that this pack reads, found this: name its language in "locales" of pack.json, correct the name of the file, or take it out',
  }));
}
