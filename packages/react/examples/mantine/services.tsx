import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import {
  nothingFits,
  type Choice,
  type Group as NeedGroup,
  type Intent,
  type ShownLine,
  type Speaker,
} from '@everycontact/core';

interface Props {
  readonly groups: readonly NeedGroup[];
  readonly send: (intent: Intent) => void;
  readonly label: Speaker['label'];
}

/** Where to go, and why there: local services first, and the national line always. */
export function Services({ groups, send, label }: Props) {
  return groups.map((group) => {
    const { need, name, why, because, another, services, national } = group;
    const matches = typeof services === 'object' ? services.matches : [];
    return (
      <Stack key={need} component="section" gap="xs" aria-label={name.text}>
        <Title order={3} size="h4">
          {name.text}
        </Title>
        <Text size="sm">
          {why.text} {because}
        </Text>
        {another && <Text>{another.text}</Text>}
        <Text size="sm" role="status">
          {services === 'looking' && label('ui.looking')}
          {services === 'unavailable' && label('ui.unavailable')}
          {nothingFits(group) && label('ui.no-match')}
        </Text>
        {matches.map(({ service, name: title, organization, phone, why: reasons, choices, passed, pass }) => (
          <Card key={service} withBorder padding="sm">
            <Text>
              <b>{title}</b>, {organization}{' '}
              {phone && <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Anchor>}
            </Text>
            <Text size="sm">{reasons.map(({ text }) => text).join(' · ')}</Text>
            <Marks name={title} choices={choices} send={send} />
            {!passed && (
              <Button variant="default" size="xs" onClick={() => send(pass.intent)}>
                {pass.label}
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
      </Stack>
    );
  });
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
  const { name, phone, tel, url, hours } = line;
  return (
    <Text>
      <b lang={name.lang}>{name.text}</b> {phone && <Anchor href={`tel:${tel ?? phone}`}>{phone}</Anchor>}{' '}
      {url && (
        <Anchor href={url} target="_blank" rel="noreferrer">
          {label('ui.website')}
        </Anchor>
      )}{' '}
      {hours && <span lang={hours.lang}>{hours.text}</span>}
    </Text>
  );
}
