import { Alert, Button, Group, NumberInput, Progress, Stack, Text, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Choice, View } from '@everycontact/core';
import type { ExampleContact } from '../use-example-contact.js';
import { Note } from '../note.js';
import { HelpLine, Services } from './services.js';

/** One step: what to say, what to do, and what can be answered. */
export function Step({ view, send, label, heading }: ExampleContact) {
  const { say, prompt, kind, common } = view;
  const first = kind === 'urgent' && !view.hidden ? view.card.heading : (say ?? prompt);
  const words =
    first?.text ?? (kind === 'closed' && !view.hidden ? label(`outcome.${view.outcome}`) : label('ui.title'));
  const progress = common.progress && label('ui.progress', { ...common.progress });
  return (
    <Stack gap="sm">
      {progress && common.progress && (
        <>
          <Text size="sm">{progress}</Text>
          <Progress value={(100 * common.progress.at) / common.progress.of} aria-label={progress} />
        </>
      )}
      <Title order={2} size="h3" ref={heading} tabIndex={-1} lang={first?.lang}>
        {words}
      </Title>
      {first && <Note of={first} label={label} />}
      {say && prompt && (
        <Text lang={prompt.lang}>
          <b>{label('ui.prompt')}</b> {prompt.text} <Note of={prompt} label={label} />
        </Text>
      )}
      {kind === 'closed' && first && <Text>{label(`outcome.${view.outcome}`)}</Text>}
      {kind === 'urgent' && !view.hidden && (
        <Alert variant="outline" color="red">
          {view.card.lines.map((line) => (
            <HelpLine key={line.id} line={line} label={label} />
          ))}
          <Text lang={view.card.worker.lang}>{view.card.worker.text}</Text>
        </Alert>
      )}
      {kind === 'statement' && (
        <Text size="sm">
          {view.results.map(({ of, band }) => (
            <b key={of}>{band.text} </b>
          ))}
          {label('ui.source', { title: view.source.title, publisher: view.source.publisher })}
        </Text>
      )}
      {kind === 'number' && <NumberForm view={view} send={send} label={label} named={words} />}
      <Answers view={view} send={send} named={words} />
      {kind === 'ruler' && (
        <Text size="sm">
          0 = {view.low.text}; 10 = {view.high.text}
        </Text>
      )}
      {kind === 'question' && view.attribution && <Text size="sm">{view.attribution.text}</Text>}
      {'groups' in view && <Services groups={view.groups} send={send} label={label} />}
      <Group gap="xs">
        {'next' in view && view.next && <Go choice={view.next} send={send} main />}
        {'skip' in view && <Go choice={view.skip} send={send} />}
      </Group>
    </Stack>
  );
}

interface GoProps extends Pick<ExampleContact, 'send'> {
  readonly choice: Choice;
  readonly main?: boolean;
}

const Go = ({ choice: { label, intent }, send, main = false }: GoProps) => (
  <Button variant={main ? 'filled' : 'default'} onClick={() => send(intent)}>
    {label}
  </Button>
);

/** Buttons and no radios: a radio of Mantine answers as soon as an arrow key moves to it. */
function Answers({ view, send, named }: Pick<ExampleContact, 'view' | 'send'> & { readonly named: string }) {
  const choices =
    view.kind === 'question' || view.kind === 'ruler'
      ? view.choices
      : view.kind === 'permission'
        ? [view.yes, view.no]
        : [];
  if (choices.length === 0) return null;
  const Row = view.kind === 'question' ? Stack : Group;
  return (
    <Row gap="xs" role="group" aria-label={named}>
      {choices.map(({ label, intent, on = false }) => (
        <Button
          key={label}
          variant={on ? 'light' : 'default'}
          justify={view.kind === 'question' ? 'flex-start' : 'center'}
          aria-pressed={on}
          onClick={() => send(intent)}
        >
          {label}
        </Button>
      ))}
    </Row>
  );
}

interface NumberProps extends Pick<ExampleContact, 'send' | 'label'> {
  readonly view: View & { readonly kind: 'number' };
  readonly named: string;
}

function NumberForm({ view: { range, min, max, by, value, unit, step, item }, send, label, named }: NumberProps) {
  const [given, setGiven] = useState<number | string>(value ?? '');
  const [wrong, setWrong] = useState(false);
  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typeof given !== 'number' || !isOnGrid(given, min, max, by)) setWrong(true);
    else send({ type: 'answered', value: given, step, ...(item !== undefined && { item }) });
  };
  return (
    <form onSubmit={answer} noValidate>
      <Group align="flex-end">
        <NumberInput
          aria-label={named}
          description={range}
          descriptionProps={{ c: 'gray.8' }}
          suffix={` ${unit.text}`}
          value={given}
          onChange={setGiven}
          error={wrong && range}
          hideControls
        />
        <Button type="submit">{label('ui.next')}</Button>
      </Group>
    </form>
  );
}

function isOnGrid(value: number, min: number, max: number, by: number): boolean {
  const steps = (value - min) / by;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}
