import { nothingFits, type Choice, type Group, type Intent, type ShownLine, type Speaker } from '@everycontact/core';
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
    const matches = typeof services === 'object' ? services.matches : [];
    return (
      <section key={need} aria-label={name.text}>
        <h3>{name.text}</h3>
        <p className="contact-small">
          {why.text} {because}
        </p>
        {another && <p>{another.text}</p>}
        <p role="status" className="contact-small">
          {services === 'looking' && label('ui.looking')}
          {services === 'unavailable' && label('ui.unavailable')}
          {nothingFits(group) && label('ui.no-match')}
        </p>
        <ul>
          {matches.map(({ service, name: title, organization, phone, why: reasons, choices, passed, pass }) => (
            <li key={service}>
              <b>{title}</b>, {organization} {phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
              <p className="contact-small">{reasons.map(({ text }) => text).join(' · ')}</p>
              <Marks name={title} choices={choices} send={send} />
              {!passed && <ChoiceButton choice={pass} send={send} />}
            </li>
          ))}
          {national.map((line) => (
            <li key={line.id}>
              <HelpLine line={line} label={label} />
              <Marks name={line.name.text} choices={line.choices} send={send} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
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
  const { name, phone, tel, url, hours } = line;
  return (
    <p className="contact-line">
      <b lang={name.lang}>{name.text}</b> {phone && <a href={`tel:${tel ?? phone}`}>{phone}</a>}{' '}
      {url && (
        <a href={url} target="_blank" rel="noreferrer">
          {label('ui.website')}
        </a>
      )}{' '}
      {hours && <span lang={hours.lang}>{hours.text}</span>}
    </p>
  );
}
