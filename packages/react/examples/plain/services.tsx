import {
  nothingFits,
  type Choice,
  type Group,
  type Intent,
  type ShownLine,
  type ShownMatch,
  type Speaker,
} from '@everycontact/core';
import { Note } from '../note.js';
import { factsOf, mailOf, pageOf } from '../words.js';
import { ChoiceButton } from './choice-button.js';

interface Props {
  readonly groups: readonly Group[];
  readonly send: (intent: Intent) => void;
  readonly label: Speaker['label'];
}

/** Where to go, and why there: local services first, and the national line always. */
export function Services({ groups, send, label }: Props) {
  return groups.map((group) => {
    const { need, name, why, because, another, services, national } = group;
    const found = typeof services === 'object' ? services : undefined;
    return (
      <section key={need} aria-label={name.text}>
        <h3>{name.text}</h3>
        <p className="contact-small">
          {why.text} {because} <Note of={why} label={label} />
        </p>
        {another && <p>{another.text}</p>}
        <p role="status" className="contact-small">
          {services === 'looking' && label('ui.looking')}
          {services === 'unavailable' && label('ui.unavailable')}
          {nothingFits(group) && label('ui.no-match')} {found?.relax?.text}
        </p>
        <ul>
          {found?.matches.map((match) => (
            <li key={match.service}>
              <Service match={match} label={label} />
              <Marks name={match.name} choices={match.choices} send={send} />
              {!match.passed && <ChoiceButton choice={match.pass} send={send} />}
            </li>
          ))}
          {national.map((line) => (
            <li key={line.id}>
              <HelpLine line={line} label={label} />
              <Marks name={line.name.text} choices={line.choices} send={send} />
            </li>
          ))}
        </ul>
        {found && found.excluded.length > 0 && (
          <details>
            <summary>{label('ui.why-not')}</summary>
            {found.excluded.map(({ service, name: title, why: reason }) => (
              <p key={service}>
                <b>{title}</b> {reason.text}
              </p>
            ))}
          </details>
        )}
        {found?.credits && <p className="contact-small">{label('ui.credits', { names: found.credits.join('; ') })}</p>}
      </section>
    );
  });
}

function Service({ match, label }: { readonly match: ShownMatch; readonly label: Props['label'] }) {
  const { name, organization, alert, phone, email, why } = match;
  const [web, mail] = [pageOf(match), mailOf(match)];
  return (
    <>
      <b>{name}</b>, {organization} {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}{' '}
      {mail ? <a href={mail}>{email}</a> : email}{' '}
      {web && (
        <a href={web} target="_blank" rel="noreferrer">
          {label('ui.website')}
        </a>
      )}
      {alert && <p className="contact-draft">{alert}</p>}
      <p className="contact-small">{why.map(({ text }) => text).join(' · ')}</p>
      <p className="contact-small">{factsOf(match, label).join(' · ')}</p>
    </>
  );
}

/** Told, sent or referred: pressed again, the mark goes away. */
function Marks({ name, choices, send }: { name: string; choices: readonly Choice[]; send: Props['send'] }) {
  return (
    <div className="contact-row" role="group" aria-label={name}>
      {choices.map((choice) => (
        <ChoiceButton key={choice.label} choice={choice} send={send} look="mark" />
      ))}
    </div>
  );
}

export function HelpLine({ line, label }: { readonly line: ShownLine; readonly label: Props['label'] }) {
  const { name, phone, tel, sms, url, hours } = line;
  return (
    <p className="contact-line">
      <b lang={name.lang}>{name.text}</b> <Note of={name} label={label} />{' '}
      {phone && <a href={`tel:${tel ?? phone}`}>{phone}</a>}{' '}
      {sms && <a href={`sms:${sms}`}>{label('ui.sms', { number: sms })}</a>}{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer">
          {label('ui.website')}
        </a>
      )}{' '}
      {hours && <span lang={hours.lang}>{hours.text}</span>}
    </p>
  );
}
