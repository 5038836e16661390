import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import {
  nothingFits,
  type Choice,
  type Group as NeedGroup,
  type Intent,
  type ShownLine,
  type ShownMatch,
  type Speaker,
} from '@everycontact/core';
import { Note } from '../note.js';
import { factsOf, mailOf, pageOf } from '../words.js';

interface Props {
  readonly groups: readonly NeedGroup[];
  readonly send: (intent: Intent) => void;
  readonly label: Speaker['label'];
}

/** Where to go, and why there: local services first, and the national line always. */
export function Services({ groups, send, label }: Props) {
  return groups.map((group) => {
    const { need, name, why, because, another, services, national } = group;
    const found = typeof services === 'object' ? services : undefined;
    return (
      <Stack key={need} component="section" gap="xs" aria-label={name.text}>
        <Title order={3} size="h4">
          {name.text}
        </Title>
        <Text size="sm">
          {why.text} {because} <Note of={why} label={label} />
        </Text>
        {another && <Text>{another.text}</Text>}
        <Text size="sm" role="status">
          {services === 'looking' && label('ui.looking')}
          {services === 'unavailable' && label('ui.unavailable')}
          {nothingFits(group) && label('ui.no-match')} {found?.relax?.text}
        </Text>
        {found?.matches.map((match) => (
          <Card key={match.service} withBorder padding="sm">
            <Service match={match} label={label} />
            <Marks name={match.name} choices={match.choices} send={send} />
            {!match.passed && (
              <Button variant="default" size="xs" onClick={() => send(match.pass.intent)}>
                {match.pass.label}
              </Button>
            )}
          </Card>
        ))}
        {national.map((line) => (
          <Card key={line.id} withBorder padding="sm">
            <HelpLine line={line} label={label} />
            <Marks name={line.name.text} choices={line.choices} send={send} />
          </Card>
        ))}
        {found && found.excluded.length > 0 && (
          <details>
            <summary>{label('ui.why-not')}</summary>
            {found.excluded.map(({ service, name: title, why: reason }) => (
              <Text key={service} size="sm">
                <b>{title}</b> {reason.text}
              </Text>
            ))}
          </details>
        )}
        {found?.credits && <Text size="sm">{label('ui.credits', { names: found.credits.join('; ') })}</Text>}
      </Stack>
    );
  });
}

function Service({ match, label }: { readonly match: ShownMatch; readonly label: Props['label'] }) {
  const { name, organization, alert, phone, email, why } = match;
  const [web, mail] = [pageOf(match), mailOf(match)];
  return (
    <>
      <Text>
        <b>{name}</b>, {organization} {phone && <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Anchor>}{' '}
        {mail ? <Anchor href={mail}>{email}</Anchor> : email}{' '}
        {web && (
          <Anchor href={web} target="_blank" rel="noreferrer">
            {label('ui.website')}
          </Anchor>
        )}
      </Text>
      {alert && <Alert variant="outline">{alert}</Alert>}
      <Text size="sm">{why.map(({ text }) => text).join(' · ')}</Text>
      <Text size="sm">{factsOf(match, label).join(' · ')}</Text>
    </>
  );
}

/** Told, sent or referred: pressed again, the mark goes away. */
function Marks({ name, choices, send }: { name: string; choices: readonly Choice[]; send: Props['send'] }) {
  return (
    <Group gap="xs" my="xs" role="group" aria-label={name}>
      {choices.map(({ label, intent, on = false }) => (
        <Button
          key={label}
          size="xs"
          variant={on ? 'filled' : 'outline'}
          aria-pressed={on}
          onClick={() => send(intent)}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}

export function HelpLine({ line, label }: { readonly line: ShownLine; readonly label: Props['label'] }) {
  const { name, phone, tel, sms, url, hours } = line;
  return (
    <Text>
      <b lang={name.lang}>{name.text}</b> <Note of={name} label={label} />{' '}
      {phone && <Anchor href={`tel:${tel ?? phone}`}>{phone}</Anchor>}{' '}
      {sms && <Anchor href={`sms:${sms}`}>{label('ui.sms', { number: sms })}</Anchor>}{' '}
      {url && (
        <Anchor href={url} target="_blank" rel="noreferrer">
          {label('ui.website')}
        </Anchor>
      )}{' '}
      {hours && <span lang={hours.lang}>{hours.text}</span>}
    </Text>
  );
}
