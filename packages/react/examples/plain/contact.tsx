import { useExampleContact } from '../use-example-contact.js';
import type { ContactProps } from '../contact-props.js';
import { ChoiceButton } from './choice-button.js';
import { Step } from './step.js';

/** A contact in plain markup: what stands on every step, around the step. `contact.css` is one way for it to look. */
export function PlainContact(props: ContactProps) {
  const contact = useExampleContact(props);
  const { view, send, label, place, secondsLeft } = contact;
  const { help, notPrivate, hide, observe, back, notNow, decline, alreadySupported, notAppropriate, stop } =
    view.common;
  const over = view.kind === 'closed';
  return (
    <section className="contact" aria-label={label('ui.title')}>
      <div className="contact-row">
        {(view.kind !== 'urgent' || view.hidden) && <ChoiceButton choice={help} send={send} look="danger" />}
        {!over && !view.hidden && <ChoiceButton choice={notPrivate} send={send} />}
        {!(over && view.settled) && <ChoiceButton choice={hide} send={send} />}
      </div>
      {view.preview && <p className="contact-draft">{label('ui.preview')}</p>}

      <Step key={place} {...contact} />
      {secondsLeft !== undefined && <p>{label('ui.undo-seconds', { seconds: secondsLeft })}</p>}

      {!view.hidden && observe.length > 0 && (
        <details key={`ticks ${place}`}>
          <summary>{label('ui.observe')}</summary>
          {observe.map((tick) => (
            <label key={tick.label}>
              <input type="checkbox" checked={tick.on ?? false} onChange={() => send(tick.intent)} /> {tick.label}
            </label>
          ))}
        </details>
      )}
      {!view.hidden && !(over && view.settled) && (
        <div className="contact-row contact-ways">
          {[back, notNow, decline, alreadySupported, notAppropriate, ...(over ? [] : [stop])].map(
            (choice) => choice && <ChoiceButton key={choice.label} choice={choice} send={send} />,
          )}
        </div>
      )}
    </section>
  );
}
