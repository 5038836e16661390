import type { ContactRecord, Pack } from '@everycontact/core';
import { useState } from 'react';
import type { Case, Note } from './cases.js';
import { CaseList } from './case-list.js';
import { noteOf } from './note.js';
import { PersonPanel, type Tab } from './person-panel.js';
import { SidePanel } from './side-panel.js';
import type { Words } from './words.js';

interface Props {
  readonly pack: Pack;
  readonly locale: string;
  /** The address of compact services. */
  readonly services: string;
  /** The same as a services file, for the conversation of this system's own. */
  readonly servicesFile: string;
  readonly cases: readonly Case[];
  readonly words: Words;
}

/** The whole screen. Notes and half-written text are kept by case; the prompt keeps nothing from one case to the next. */
export function Desk({ pack, locale, services, servicesFile, cases, words }: Props) {
  const [selected, select] = useState(cases[0]?.id ?? '');
  const [tab, setTab] = useState<Tab>('notes');
  const [added, setAdded] = useState<Readonly<Record<string, readonly Note[]>>>({});
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [status, setStatus] = useState('');
  const current = cases.find(({ id }) => id === selected);
  if (!current) return null;

  const add = (note: Note) =>
    setAdded((before) => ({ ...before, [current.id]: [note, ...(before[current.id] ?? [])] }));
  const receive = (record: ContactRecord) => {
    add(noteOf(record, words));
    setStatus(words.added(current.name));
  };

  return (
    <>
      <header className="top">
        <p className="system">
          <span className="dot" aria-hidden="true" />
          {words.system}
        </p>
        <p className="office">{words.office}</p>
        <p className="worker">{words.worker}</p>
      </header>
      <main className="desk">
        <CaseList
          cases={cases}
          selected={current.id}
          words={words}
          onSelect={(id) => {
            select(id);
            setStatus('');
          }}
        />
        <PersonPanel
          key={current.id}
          current={current}
          notes={[...(added[current.id] ?? []), ...current.notes]}
          draft={drafts[current.id] ?? ''}
          tab={tab}
          words={words}
          onTab={setTab}
          onDraft={(text) => setDrafts((before) => ({ ...before, [current.id]: text }))}
          onNote={(text) => add({ when: words.now, by: words.worker, text })}
          talk={{ pack, locale, servicesFile, onRecord: receive }}
        />
        <SidePanel
          pack={pack}
          locale={locale}
          services={services}
          current={current}
          words={words}
          status={status}
          onRecord={receive}
        />
      </main>
    </>
  );
}
