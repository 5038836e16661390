import { type KeyboardEvent, useRef } from 'react';
import type { Case, Note } from './cases.js';
import { Notes } from './notes.js';
import { OwnTalk, type TalkProps } from './own-talk.js';
import type { Words } from './words.js';

export type Tab = 'person' | 'notes' | 'talk';
const tabs: readonly Tab[] = ['person', 'notes', 'talk'];

interface Props {
  readonly current: Case;
  readonly notes: readonly Note[];
  readonly draft: string;
  readonly tab: Tab;
  readonly words: Words;
  readonly onTab: (tab: Tab) => void;
  readonly onDraft: (text: string) => void;
  readonly onNote: (text: string) => void;
  readonly talk: Pick<TalkProps, 'pack' | 'locale' | 'servicesFile' | 'onRecord'>;
}

export function PersonPanel({ current, notes, draft, tab, words, onTab, onDraft, onNote, talk }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by && tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <section className="person" aria-labelledby="name">
      <header>
        <h1 id="name">{current.name}</h1>
        <p>
          {words.years(current.age)} · {current.about} · <span className="state">{current.state}</span>
        </p>
      </header>
      <div className="tabs" role="tablist" aria-labelledby="name" ref={list} onKeyDown={move}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-controls={`panel-${one}`}
            aria-selected={one === tab}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => onTab(one)}
          >
            {words.tabs[one]}
          </button>
        ))}
      </div>
      {tabs.map((one) => (
        <div key={one} role="tabpanel" id={`panel-${one}`} aria-labelledby={`tab-${one}`} hidden={one !== tab}>
          {one === 'person' && <Facts current={current} words={words} />}
          {one === 'notes' && <Notes notes={notes} draft={draft} words={words} onDraft={onDraft} onNote={onNote} />}
          {one === 'talk' && <OwnTalk {...talk} context={current.context} words={words} />}
        </div>
      ))}
    </section>
  );
}

function Facts({ current, words }: { readonly current: Case; readonly words: Words }) {
  const facts = ['about', 'address', 'phone', 'worker', 'next'] as const;
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact}>
          <dt>{words.facts[fact]}</dt>
          <dd>{current[fact]}</dd>
        </div>
      ))}
    </dl>
  );
}
