import type { ContactRecord, Pack } from '@everycontact/core';
import { toBundle } from '@everycontact/fhir/record';
import type { Written } from '@everycontact/fhir/testing';
import type * as r4 from 'fhir/r4.js';
import { element } from './element.js';
import { readable } from './readable.js';
import type { Visitor } from './people.js';
import type { RecordSystem } from './record-system.js';
import type { Words } from './words.js';

/** A contact on its way into the record of the person it was with. */
export interface Saving {
  readonly state: 'saving' | 'saved' | 'not-saved';
  /** What of it the endpoint keeps, in its order. */
  readonly written: readonly Written[];
}

interface Host {
  readonly pack: Pack;
  readonly system: RecordSystem;
  readonly author: string;
  readonly who: { readonly mayRefer: boolean; readonly registered: boolean };
}

/** Sends a contact as one transaction, all of it or nothing; what is sent again is kept once. */
export async function save(
  record: ContactRecord,
  { patient, encounter }: Visitor,
  host: Host,
  retry: boolean,
): Promise<Saving> {
  const { pack, system, author, who } = host;
  const bundle = toBundle(record, {
    canonical: system.base,
    demo: true,
    now: new Date().toISOString(),
    subject: { reference: `Patient/${patient.id}` },
    encounter: { reference: `Encounter/${encounter.id}` },
    author: { display: author },
    ...{ pack, who, retry },
  });
  const before = system.log.length;
  try {
    await system.send(bundle);
    return { state: 'saved', written: system.log.slice(before) };
  } catch {
    return { state: 'not-saved', written: [] };
  }
}

/** What became of it: a line, each resource in words with its JSON below, and a way to try again. */
export function drawSaving(into: HTMLElement, { state, written }: Saving, words: Words, tryAgain: () => void): void {
  const again = element('button', { type: 'button', class: 'main' }, [words.tryAgain]);
  again.addEventListener('click', tryAgain);
  into.replaceChildren(
    element('p', { class: 'state', role: 'status', 'data-state': state }, [words.saving[state](written.length)]),
    ...(state === 'not-saved' ? [again] : []),
    element(
      'ol',
      { class: 'resources' },
      written.map((one) => drawResource(one, words)),
    ),
  );
}

function drawResource({ resource, how }: Written, words: Words): HTMLElement {
  const kind = words.resources[resource.resourceType] ?? resource.resourceType;
  return element('li', {}, [
    element('p', {}, [element('strong', {}, [kind]), ` ${readable(resource as unknown as r4.FhirResource)}`]),
    ...(how === 'existed' ? [element('p', { class: 'hint' }, [words.existed])] : []),
    element('details', {}, [
      element('summary', {}, [`${resource.resourceType}/${resource.id}`]),
      element('pre', { tabindex: '0' }, [JSON.stringify(resource, null, 2)]),
    ]),
  ]);
}
