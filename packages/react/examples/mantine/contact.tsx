import { Alert, Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { ContactProps } from '../contact-props.js';
import { useExampleContact } from '../use-example-contact.js';
import { Step } from './step.js';

/**
 * The same contact in Mantine. Put it under a `MantineProvider`; its colours are yours, and `primaryShade: 9` is one that
 * can be read on white.
 */
export function MantineContact(props: ContactProps) {
  const contact = useExampleContact(props);
  const { view, send, label, place, secondsLeft } = contact;
  const { help, notPrivate, hide, observe, back, notNow, decline, alreadySupported, notAppropriate, stop } =
    view.common;
  const over = view.kind === 'closed';
  const ways = [back, notNow, decline, alreadySupported, notAppropriate, ...(over ? [] : [stop])];
  return (
    <Card component="section" withBorder padding="md" maw={640} aria-label={label('ui.title')}>
      <Stack gap="sm">
        <Group justify="space-between">
          {(view.kind !== 'urgent' || view.hidden) && (
            <Button variant="outline" color="red" onClick={() => send(help.intent)}>
              {help.label}
            </Button>
          )}
          <Group gap="xs">
            {!over && !view.hidden && (
              <Button variant="default" onClick={() => send(notPrivate.intent)}>
                {notPrivate.label}
              </Button>
            )}
            {!(over && view.settled) && (
              <Button variant="default" onClick={() => send(hide.intent)}>
                {hide.label}
              </Button>
            )}
          </Group>
        </Group>
        {view.preview && (
          <Alert variant="outline" color="gray" p="xs">
            {label('ui.preview')}
          </Alert>
        )}

        <Step key={place} {...contact} />
        {secondsLeft !== undefined && <Text size="sm">{label('ui.undo-seconds', { seconds: secondsLeft })}</Text>}

        {!view.hidden && observe.length > 0 && (
          <details key={`ticks ${place}`}>
            <summary>{label('ui.observe')}</summary>
            <Stack gap="xs" mt="xs">
              {observe.map((tick) => (
                <Checkbox
                  key={tick.label}
                  label={tick.label}
                  checked={tick.on ?? false}
                  onChange={() => send(tick.intent)}
                />
              ))}
            </Stack>
          </details>
        )}
        {!view.hidden && !(over && view.settled) && (
          <Group gap="xs">
            {ways.map(
              (choice) =>
                choice && (
                  <Button key={choice.label} variant="default" onClick={() => send(choice.intent)}>
                    {choice.label}
                  </Button>
                ),
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
}
