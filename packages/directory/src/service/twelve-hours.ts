interface Time {
  readonly hour: number;
  readonly minute: number;
  /** `09` and `17` can only be on the clock of 24 hours. */
  readonly isOf24: boolean;
  /** `am`, `pm`, `noon`, `midnight`, or nothing. */
  readonly mark: string;
}

const time = String.raw`(?:(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?|noon\b|midday\b|midnight\b)?|(noon|midday|midnight)\b)`;
const spans = new RegExp(
  String.raw`(?<![\d:.])${time}\s*(?:[-\u2013\u2014]|\b(?:to|till?|until)\b)\s*${time}(?![\d:])`,
  'g',
);

/** Whether times are written with their half of the day, or as a whole day. */
export const saysHalves = (written: string): boolean =>
  /\d\s?[ap]\.?m\b|\bnoon\b|\bmid(?:day|night)\b|\b24[ -]?h/i.test(written);

/**
 * Times as English writes them (`9am-5pm`, `9.30am to 12 noon`, `2-4pm`) on the clock of 24 hours, the rest as it is.
 *
 * One mark serves both times where English means it so: `2-4pm` is the afternoon, `9-5pm` and `10-12 noon` begin in the
 * morning. What would be a guess stays as it was written: `9am-5`, `10-1am`, `8-midnight`, `9am-12am`.
 *
 * @param written in lower case
 */
export function in24Hours(written: string): string {
  return written
    .replaceAll(/\b24[ -]?(?:hours|hrs)\b(?: a day)?/g, '00:00-24:00')
    .replaceAll(/\b([01]\d)([0-5]\d)\s*[-\u2013\u2014]\s*([0-2]\d)([0-5]\d)\b(?!:)/g, '$1:$2-$3:$4')
    .replaceAll(/\bfrom\s+(?=\d|noon|mid)/g, '')
    .replaceAll(/\bbetween\s+(\d[^;,\n]{0,12}?|noon|midday)\s+and\s+(?=\d|noon|mid)/g, '$1-')
    .replaceAll(spans, (whole, ...parts: (string | undefined)[]) => {
      const [opens, closes] = [timeOf(parts.slice(0, 4)), timeOf(parts.slice(4, 8))];
      const read = opens.mark || closes.mark ? spanOfMarked(opens, closes) : undefined;
      return read === undefined ? whole : read.map(onTheClock).join('-');
    })
    .replaceAll(/(?<=\d)\s*(?:[-\u2013\u2014]|\s(?:to|till?|until)\s)\s*(?=\d)/g, '-');
}

function timeOf([hours = '', minutes = '0', mark = '', word = '']: readonly (string | undefined)[]): Time {
  const named = (mark || word).replaceAll('.', '').replace('midday', 'noon');
  const isOf24 = mark === '' && word === '' && (hours.startsWith('0') || Number(hours) > 12);
  return { hour: hours === '' ? 12 : Number(hours), minute: Number(minutes), isOf24, mark: named };
}

/** Minutes since midnight of both, or nothing where they could mean something else. */
function spanOfMarked(opens: Time, closes: Time): readonly [number, number] | undefined {
  if (![opens, closes].every(isTime)) return undefined;
  const to = closes.mark === '' && !closes.isOf24 ? undefined : minutesOf(closes);
  const from =
    to === undefined ? undefined : opens.mark === '' && !opens.isOf24 ? begun(opens, closes) : minutesOf(opens);
  if (from === undefined || to === undefined) return undefined;
  const isTwelveAm = ({ hour, mark }: Time) => mark === 'am' && hour === 12;
  // Some say "12am" and mean noon: only after an afternoon is it midnight.
  if (isTwelveAm(opens) || (isTwelveAm(closes) && from < 720)) return undefined;
  return [from, to === 0 ? 1440 : to];
}

const isTime = ({ hour, minute, isOf24, mark }: Time): boolean =>
  minute < 60 &&
  (isOf24
    ? hour < 24
    : hour >= 1 && hour <= 12 && (mark === 'am' || mark === 'pm' || mark === '' || (hour === 12 && minute === 0)));

const minutesOf = ({ hour, minute, isOf24, mark }: Time): number =>
  isOf24 ? hour * 60 + minute : onHalf({ hour, minute }) + (mark === 'pm' || mark === 'noon' ? 720 : 0);

/** Minutes since noon or midnight. */
const onHalf = ({ hour, minute }: Pick<Time, 'hour' | 'minute'>): number => (hour % 12) * 60 + minute;

/** When it opens, where only the closing time has its half of the day. */
function begun(opens: Time, { mark, ...closes }: Time): number | undefined {
  const [from, to] = [onHalf(opens), onHalf(closes)];
  if (mark === 'noon') return from > 0 ? from : undefined;
  if (mark !== 'am' && mark !== 'pm') return undefined;
  if (from < to) return from + (mark === 'pm' ? 720 : 0);
  return from > to && mark === 'pm' ? from : undefined;
}

const onTheClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
