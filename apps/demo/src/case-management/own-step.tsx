import { nothingFits, type Choice, type Group, type Intent, type ShownLine, type View } from '@everycontact/core';
import type { ReactNode, RefObject } from 'react';
import { ChoiceButton } from './own-choice.js';
import type { Words } from './words.js';

interface Props {
  readonly view: View;
  readonly send: (intent: Intent) => void;
  readonly words: Words;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What only the worker can see: below what the worker is told, since that speaks of what is "below". */
  readonly children: ReactNode;
}

/** One step: what to say, what to do, and where to go. */
export function OwnStep({ view, send, words, heading, children }: Props) {
  const { say, prompt, kind } = view;
  const first = kind === 'urgent' ? view.card.heading : (say ?? prompt);
  return (
    <div className={`own-step own-${view.hidden ? 'hidden' : kind}`}>
      {say && !view.hidden && <p className="eyebrow">{words.say}</p>}
      <h3 ref={heading} tabIndex={-1} lang={first?.lang}>
        {first?.text ?? (kind === 'closed' && !view.hidden ? words.outcomes[view.outcome] : '…')}
      </h3>
      {say && prompt && (
        <p className="for-you" lang={prompt.lang}>
          <b>{words.forYou}:</b> {prompt.text}
        </p>
      )}
      {children}
      {kind === 'urgent' && (
        <>
          {view.card.lines.map((line) => (
            <Line key={line.id} line={line} words={words} />
          ))}
          <p lang={view.card.worker.lang}>{view.card.worker.text}</p>
        </>
      )}
      {'groups' in view &&
        view.groups.map((group) => <Services key={group.need} group={group} send={send} words={words} />)}
      <div className="own-choices">
        {answersOf(view).map((choice) => (
          <ChoiceButton key={choice.label} choice={choice} send={send} />
        ))}
        {'skip' in view && <ChoiceButton choice={view.skip} send={send} look="quiet" />}
        {'next' in view && view.next && (
          <ChoiceButton choice={view.next} send={send} look={kind === 'urgent' ? 'plain' : 'primary'} />
        )}
      </div>
    </div>
  );
}

/** The packs shown here ask with answers to choose from and nothing else. */
function answersOf(view: View): readonly Choice[] {
  if (view.kind === 'question' || view.kind === 'ruler') return view.choices;
  return view.kind === 'permission' ? [view.yes, view.no] : [];
}

function Services({ group, send, words }: { readonly group: Group } & Pick<Props, 'send' | 'words'>) {
  const { name, why, because, services, national, another } = group;
  const matches = typeof services === 'object' ? services.matches.slice(0, 3) : [];
  return (
    <section className="own-services">
      <h4>{name.text}</h4>
      <p className="why">
        {why.text} {because}
      </p>
      {another && <p lang={another.lang}>{another.text}</p>}
      <p className="looking" role="status">
        {services === 'looking' && words.looking}
        {services === 'unavailable' && words.unavailable}
        {nothingFits(group) && words.noneFits}
      </p>
      <ul>
        {matches.map(({ service, name: title, organization, summary, phone, choices, why: reasons, passed, pass }) => (
          <li key={service}>
            <h5>{title}</h5>
            <p className="by">{organization}</p>
            {summary && <p>{summary}</p>}
            <p className="why">{reasons.map(({ text }) => text).join(' · ')}</p>
            {phone && (
              <p>
                <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
              </p>
            )}
            <div className="own-choices" role="group" aria-label={title}>
              {choices.map((choice) => (
                <ChoiceButton key={choice.label} choice={choice} send={send} look="mark" />
              ))}
              {!passed && <ChoiceButton choice={pass} send={send} look="quiet" />}
            </div>
          </li>
        ))}
        {national.map((line) => (
          <li key={line.id}>
            <p className="by">{words.always}</p>
            <Line line={line} words={words} />
            <div className="own-choices" role="group" aria-label={line.name.text}>
              {line.choices.map((choice) => (
                <ChoiceButton key={choice.label} choice={choice} send={send} look="mark" />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line, words }: { readonly line: ShownLine; readonly words: Words }) {
  const { name, phone, tel, sms, url, hours } = line;
  return (
    <p className="help-line">
      <b lang={name.lang}>{name.text}</b> {phone && <a href={`tel:${tel ?? phone}`}>{phone}</a>}{' '}
      {sms && <a href={`sms:${sms}`}>{sms}</a>}{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer">
          {words.website}
        </a>
      )}{' '}
      {hours && <span lang={hours.lang}>{hours.text}</span>}
    </p>
  );
}
