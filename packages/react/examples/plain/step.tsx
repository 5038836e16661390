import type { SyntheticEvent } from 'react';
import type { Choice, View } from '@everycontact/core';
import type { ExampleContact } from '../use-example-contact.js';
import { ChoiceButton } from './choice-button.js';
import { Note } from '../note.js';
import { HelpLine, Services } from './services.js';

/** One step: what to say, what to do, and what can be answered. */
export function Step({ view, send, label, heading }: ExampleContact) {
  const { say, prompt, kind, common } = view;
  const first = kind === 'urgent' && !view.hidden ? view.card.heading : (say ?? prompt);
  const words =
    first?.text ?? (kind === 'closed' && !view.hidden ? label(`outcome.${view.outcome}`) : label('ui.title'));
  return (
    <div className={`contact-step contact-${kind}`}>
      {say && <p className="contact-small">{label('ui.say')}</p>}
      {common.progress && <p className="contact-small">{label('ui.progress', { ...common.progress })}</p>}
      <h2 ref={heading} tabIndex={-1} lang={first?.lang}>
        {words}
      </h2>
      {first && <Note of={first} label={label} />}
      {say && prompt && (
        <p lang={prompt.lang}>
          <b>{label('ui.prompt')}</b> {prompt.text} <Note of={prompt} label={label} />
        </p>
      )}
      {kind === 'closed' && first && <p>{label(`outcome.${view.outcome}`)}</p>}
      {kind === 'urgent' && !view.hidden && (
        <>
          {view.card.lines.map((line) => (
            <HelpLine key={line.id} line={line} label={label} />
          ))}
          <p lang={view.card.worker.lang}>{view.card.worker.text}</p>
        </>
      )}
      {kind === 'statement' && (
        <p className="contact-small">
          {view.results.map(({ of, band }) => (
            <b key={of}>{band.text} </b>
          ))}
          {label('ui.source', { title: view.source.title, publisher: view.source.publisher })}
        </p>
      )}
      {kind === 'number' && <NumberForm view={view} send={send} label={label} named={words} />}
      {answersOf(view).length > 0 && (
        <div className="contact-answers" role="group" aria-label={words}>
          {answersOf(view).map((choice) => (
            <ChoiceButton key={choice.label} choice={choice} send={send} look="mark" />
          ))}
        </div>
      )}
      {kind === 'ruler' && (
        <p className="contact-small">
          0 = {view.low.text}; 10 = {view.high.text}
        </p>
      )}
      {kind === 'question' && view.attribution && <p className="contact-small">{view.attribution.text}</p>}
      {'groups' in view && <Services groups={view.groups} send={send} label={label} />}
      <div className="contact-row">
        {'skip' in view && <ChoiceButton choice={view.skip} send={send} />}
        {'next' in view && view.next && <ChoiceButton choice={view.next} send={send} look="main" />}
      </div>
    </div>
  );
}

function answersOf(view: View): readonly Choice[] {
  if (view.kind === 'question' || view.kind === 'ruler') return view.choices;
  return view.kind === 'permission' ? [view.yes, view.no] : [];
}

interface NumberProps extends Pick<ExampleContact, 'send' | 'label'> {
  readonly view: View & { readonly kind: 'number' };
  readonly named: string;
}

/** The browser's own field knows the grid, and says what is not on it. */
function NumberForm({ view: { range, min, max, by, value, unit, step, item }, send, label, named }: NumberProps) {
  const answer = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Number(new FormData(event.currentTarget).get('number'));
    send({ type: 'answered', value: given, step, ...(item !== undefined && { item }) });
  };
  return (
    <form onSubmit={answer}>
      <label>
        <span className="contact-small">{range}</span>
        <input
          type="number"
          name="number"
          aria-label={named}
          required
          min={min}
          max={max}
          step={by}
          defaultValue={value}
        />
      </label>{' '}
      <span lang={unit.lang}>{unit.text}</span>
      <button type="submit" className="contact-main">
        {label('ui.next')}
      </button>
    </form>
  );
}
