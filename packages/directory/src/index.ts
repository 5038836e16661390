// Reading
export { readServices, type ReadOptions, type ReadResult } from './read-services.js';
export { importServices, type ImportReport } from './import/import-services.js';
export type { ImportOptions, Progress } from './import/import-options.js';
export { openFeed } from './import/open-feed.js';
export type { Feed, FeedFile } from './import/feed.js';
export type { Format, FormatGiven, FormatRecord } from './import/format.js';
export { templateCsv } from './feed/template.js';
export { templateLanguages, type TemplateLanguage } from './feed/column-names.js';

// What became of the feed
export { reportLines } from './report/lines.js';
export { listAge } from './report/list-age.js';
export {
  note,
  noteOf,
  type FindingWords,
  type Note,
  type ReadReport,
  type ReportEntry,
} from './report/report.js';

// Topics and needs
export { defaultTopics, type TopicMap } from './needs.js';
export { textOf } from './feed/bytes.js';

// Another server's directory
export {
  openReferralDirectory,
  type OpenReferralOptions,
  type RemoteDirectory,
  type RemoteReading,
} from './remote/open-referral-directory.js';
export type { Clock, Fetch, FetchAnswer, RemoteLimits } from './remote/fetch.js';

// Serving
export { openReferralHandler, type ServedServices } from './serve/handler.js';
export { nodeListener } from './serve/node-listener.js';
export { toOpenReferral, type OpenReferralRecord } from './serve/open-referral-record.js';

// A place file
export { buildPlaces, type BuildPlacesOptions, type PlacesReport } from './place-builder/build-places.js';

// What a local team knows
export { readOverlay, type OverlayOptions, type ReadOverlay } from './overlay/read.js';
export { applyOverlay, type Applied, type ApplyOptions } from './overlay/apply.js';
export { overdueByResponsible, type Overdue, type OverdueOfOne } from './overlay/overdue.js';
export type { Overlay, OverlayEntry } from './overlay/overlay.js';
export { overlayColumns } from './overlay/from-table.js';
export { readHolidays, type Holiday } from './service/holidays.js';
