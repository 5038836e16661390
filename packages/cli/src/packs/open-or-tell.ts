import { join } from 'node:path';
import { EveryContactError } from '@everycontact/core';
import { openPack, type OpenedPack, type Written } from './open-pack.js';

/** As `openPack`; but a file that cannot be read as content is a problem of its pack, in the line where it stands. */
export function openOrTell(name: string): Pick<OpenedPack, 'pack' | 'problems' | 'files' | 'locate'> {
  try {
    return openPack(name);
  } catch (error) {
    if (!(error instanceof EveryContactError) || !error.code.startsWith('content-')) throw error;
    const { code, at: where, message } = error;
    const written = spotIn(where);
    const said = message.slice(message.indexOf('] ') + 2);
    return {
      problems: [
        {
          code,
          where: written?.file ?? where,
          message: said.startsWith(`${where}: `) ? said.slice(where.length + 2) : said,
        },
      ],
      files: [join(name, 'pack.json'), ...(written ? [written.file] : [])],
      locate: () => written,
    };
  }
}

/** `text.en-GB.json:4:5`, as an error names a line. */
function spotIn(where: string): Written | undefined {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/.exec(where) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
