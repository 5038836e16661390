import { EveryContactError, type Service } from '@everycontact/core';
import { decoding } from '../feed/bytes.js';
import { headingsOf } from '../feed/columns.js';
import { beginningLength, isJson, isZip, mustBeText, notText } from '../feed/form.js';
import { note } from '../report/report.js';
import { document } from './document.js';
import type { Feed, FeedFile } from './feed.js';
import type { Format, FormatGiven } from './format.js';
import type { ImportOptions } from './import-options.js';
import { empty, type Intake } from './intake.js';
import { folderOf, Package, tablesAmong } from './package.js';
import { filesIn, heldZip } from './unzip.js';

/** One feed being read: its files in turn, each as what its beginning says it is. */
export class FeedReading {
  readonly #feed: string;
  readonly #intake: Intake;
  readonly #options: ImportOptions;
  #of: number | undefined;
  /** Files that could not be read to their end, and why the first could not. */
  readonly unread: string[] = [];
  failed: EveryContactError | undefined;
  #bytes = 0;
  #legacy = false;
  /** Files by the format that knows them: read together, since one may point into another. */
  readonly #known = new Map<Format, FeedFile[]>();

  constructor({ name, files }: Feed, intake: Intake, options: ImportOptions) {
    this.#feed = name;
    this.#intake = intake;
    this.#options = options;
    this.#of = sizeOf(files);
  }

  async hand(services: readonly Service[]): Promise<void> {
    for (const service of services) {
      const taken = this.#options.onService(service);
      if (taken !== undefined) await taken;
    }
  }

  async files(files: readonly FeedFile[], packed = false): Promise<void> {
    const tables = tablesAmong(files);
    if (tables.length > 0) await this.#package(tables);
    const others = files.filter((file) => !tables.includes(file));
    for (const file of others) {
      if (files.length === 1) await this.#file(file, packed, true);
      else if (tables.some((table) => folderOf(table.name) === folderOf(file.name)))
        this.#intake.account.notCarried(`file "${file.name}"`);
      else await this.#orTold(file, () => this.#file(file, packed, false));
    }
  }

  async inFormats(given: FormatGiven): Promise<void> {
    for (const [format, files] of this.#known) {
      for await (const record of format.read(this.#together(files), given)) {
        await this.hand(this.#intake.takeRead(record));
      }
    }
  }

  async *#together(files: readonly FeedFile[]): AsyncGenerator<string> {
    for (const file of files) {
      yield* this.#text(file);
      yield '\n';
    }
  }

  async #package(tables: readonly FeedFile[]): Promise<void> {
    const joined = new Package(this.#feed);
    for (const table of tables) {
      await this.#orTold(table, async () => {
        for (const fault of await joined.add(table.name, this.#text(table)))
          this.#intake.account.tell('repaired', fault);
      });
    }
    for (const item of joined.services()) await this.hand(this.#intake.take(item, true));
  }

  /** A file of several that cannot be read is told, and ends nothing but itself. */
  async #orTold(file: FeedFile, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof EveryContactError) || !error.code.startsWith('feed-')) throw error;
      this.failed ??= error;
      this.unread.push(file.name);
      this.#intake.account.tell(
        'repaired',
        note('file-unreadable', file.name, error.message.replace(/^\[[^\]]*\] /, '')),
      );
    }
  }

  async #file(file: FeedFile, packed: boolean, alone: boolean): Promise<void> {
    const { bytes, beginning } = await this.#beginningOf(file);
    if (isZip(bytes) && !packed) {
      const inside = filesIn(await heldZip(file, this.#feed), this.#feed);
      if (inside.some(({ name }) => name === '[Content_Types].xml')) throw notText(this.#feed);
      if (alone) this.#of = sizeOf(inside);
      await this.files(
        inside.filter(({ name }) => !hidden.test(name)),
        true,
      );
      return;
    }
    if (!alone && !isJson(beginning) && !/\.(?:csv|tsv)$/i.test(file.name)) {
      this.#intake.account.notCarried(`file "${file.name}"`);
      return;
    }
    mustBeText(bytes, this.#feed);
    const format = this.#options.formats?.find((one) => one.detect(beginning));
    if (format === undefined) await this.#document(file);
    else this.#known.set(format, [...(this.#known.get(format) ?? []), file]);
  }

  async #document(file: FeedFile): Promise<void> {
    const ready: Service[] = [];
    const headings = headingsOf(this.#options.columns);
    const reading = document(this.#intake, this.#feed, (service) => void ready.push(service), headings);
    try {
      for await (const text of this.#text(file)) {
        reading.push(text);
        await this.hand(ready.splice(0));
      }
      if (!reading.end()) throw empty(this.#feed);
    } finally {
      await this.hand(ready);
    }
  }

  async #beginningOf(file: FeedFile): Promise<{ bytes: Uint8Array; beginning: string }> {
    const reading = decoding();
    const pieces: Uint8Array[] = [];
    let beginning = '';
    for await (const bytes of file.read()) {
      pieces.push(bytes.subarray(0, beginningLength));
      beginning += reading.push(bytes.subarray(0, beginningLength));
      if (beginning.trimStart().length >= beginningLength || pieces.length > 16) break;
    }
    return { bytes: pieces[0] ?? new Uint8Array(), beginning: beginning.trimStart() };
  }

  async *#text(file: FeedFile): AsyncGenerator<string> {
    const reading = decoding();
    for await (const bytes of file.read()) {
      yield this.#told(reading.push(bytes), reading.legacy);
      this.#bytes += bytes.length;
      const of = this.#of === undefined ? {} : { of: this.#of };
      this.#options.onProgress?.({ feed: this.#feed, bytes: this.#bytes, ...of, records: this.#intake.account.read });
    }
    yield this.#told(reading.end(), reading.legacy);
  }

  #told(text: string, legacy: boolean): string {
    if (legacy && !this.#legacy) {
      this.#legacy = true;
      this.#intake.account.tell('repaired', note('decoded-legacy', 'encoding', 'bytes that are not UTF-8'));
    }
    return text;
  }
}

/** What a computer leaves in a folder for itself. */
const hidden = /(?:^|\/)(?:\.|__MACOSX\/)/;

function sizeOf(files: readonly FeedFile[]): number | undefined {
  const sizes = files.flatMap(({ size }) => (size === undefined ? [] : [size]));
  return sizes.length === files.length ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}
