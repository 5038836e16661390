import { messageOf } from '../services/operation-outcome.js';
import { isObject } from '../json.js';
import { resourceOf, unreadable, type Resource } from '../services/resource.js';
import { recordsAt, textAt, type Raw } from './elements.js';

/** What was handed in, with its bundles opened. */
export interface Opened {
  readonly resources: readonly Resource[];
  /** Types of resources that may not be read: a modifier nobody here knows can turn their meaning around. */
  readonly unread: readonly string[];
  /** Searches that found nothing, as the server repeats them: `Observation?code=…`. */
  readonly foundNothing: readonly URL[];
  /** What a server said instead of an answer. */
  readonly failures: readonly string[];
}

/** More than any record that is asked for a handful of facts. What is beyond counts as a failure to read. */
const most = 5000;
/** A bundle in a bundle is an answer to a batch; more levels than that are none. */
const deepest = 3;

export function opened(values: readonly unknown[]): Opened {
  const resources: Resource[] = [];
  const unread: string[] = [];
  const foundNothing: URL[] = [];
  const failures: string[] = [];
  let seen = 0;

  const take = (value: unknown, fullUrl: unknown, depth: number): void => {
    if (value === null || value === undefined) return;
    seen += 1;
    if (seen > most) return;
    const resource = resourceOf(value, fullUrl);
    if (resource === undefined) failures.push('something that is no resource');
    else if (resource.type === 'OperationOutcome') {
      if (!isOnlyNews(resource.raw)) failures.push(messageOf(resource.raw)?.slice(0, 200) ?? 'no reason');
    } else if (resource.type === 'Bundle') open(resource, depth);
    else if (unreadable(resource) === undefined) resources.push(resource);
    else unread.push(resource.type);
  };

  const open = ({ raw }: Resource, depth: number): void => {
    if (depth === deepest) return;
    const { entry } = raw;
    const entries: readonly unknown[] = Array.isArray(entry) ? entry : [];
    for (const one of entries.slice(0, most + 1)) {
      if (isObject(one)) take(one.resource, one.fullUrl, depth + 1);
      else take(one, undefined, depth + 1);
    }
    const self = recordsAt(raw, 'link').find((link) => textAt(link, 'relation') === 'self');
    const asked = self && textAt(self, 'url');
    // A page of counts alone, or one with more behind it, did not find nothing.
    const more = (raw.total ?? 0) !== 0 || recordsAt(raw, 'link').some((link) => textAt(link, 'relation') === 'next');
    if (raw.type !== 'searchset' || entries.length > 0 || more || asked === undefined) return;
    if (URL.canParse(asked, 'https://relative.invalid/'))
      foundNothing.push(new URL(asked, 'https://relative.invalid/'));
  };

  for (const value of values.slice(0, most + 1)) take(value, undefined, 0);
  if (seen > most) failures.push(`more than ${most} resources: the rest was not read`);
  return { resources, unread, foundNothing, failures };
}

/** All was done, and the server has something to say about it. */
function isOnlyNews(outcome: Raw): boolean {
  const issues = recordsAt(outcome, 'issue');
  return issues.length > 0 && issues.every((issue) => textAt(issue, 'severity') === 'information');
}
