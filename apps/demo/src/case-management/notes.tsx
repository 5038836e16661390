import type { Note } from './cases.js';
import type { Words } from './words.js';

interface Props {
  readonly notes: readonly Note[];
  readonly draft: string;
  readonly words: Words;
  readonly onDraft: (text: string) => void;
  readonly onNote: (text: string) => void;
}

/** The system's own notes. Whatever the prompt does, what is half written here stays. */
export function Notes({ notes, draft, words, onDraft, onNote }: Props) {
  const save = () => {
    if (!draft.trim()) return;
    onNote(draft.trim());
    onDraft('');
  };
  return (
    <div className="notes">
      <label htmlFor="new-note">{words.newNote}</label>
      <textarea id="new-note" rows={3} value={draft} onChange={(event) => onDraft(event.target.value)} />
      <button type="button" className="save" onClick={save}>
        {words.save}
      </button>
      <ol aria-label={words.tabs.notes}>
        {notes.map(({ when, by, text }, index) => (
          <li key={notes.length - index}>
            <p className="by">
              {by} · {when}
            </p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
