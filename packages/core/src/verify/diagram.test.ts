import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Pack, Step } from '../pack/pack.js';
import { targets } from '../pack/script-graph.js';
import { diagram } from './diagram.js';

const id = 'gardening.brief';
const reader = { locale: 'en-GB', audience: 'worker' } as const;
const script = gardening.scripts[id]!;
const node = /^ {2}(\w+)(?:\(\(|\(\[|\{\{|\{|\[\[|\[\/|\[|>)"([^"<>]*)"(?:\)\)|\]\)|\}\}|\}|\]\]|\/\]|\])$/;
const edge = /^ {2}(\w+) (-->|-\.->)(?:\|"([^"<>]*)"\|)? (\w+)$/;

interface Drawing {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: readonly { readonly from: string; readonly label: string; readonly to: string }[];
}

/** Reads a drawing line by line; a line that is neither a node nor an edge fails. */
function read(drawing: string): Drawing {
  const [head, ...lines] = drawing.trimEnd().split('\n');
  expect(head).toBe('flowchart TD');
  const nodes = new Map<string, string>();
  const edges: { from: string; label: string; to: string }[] = [];
  for (const line of lines) {
    const [, name, words] = node.exec(line) ?? [];
    const [, from, , label, to] = edge.exec(line) ?? [];
    if (name !== undefined) nodes.set(name, words!);
    else if (from !== undefined) edges.push({ from, label: label ?? '', to: to! });
    else expect.fail(`neither a node nor an edge: ${line}`);
  }
  for (const { from, to } of edges) for (const end of [from, to]) expect([...nodes.keys()]).toContain(end);
  return { nodes, edges };
}
const idOf = ({ nodes }: Drawing, words: string) => [...nodes].find(([, said]) => said.startsWith(words))![0];

describe('the diagram of a script', () => {
  const draw = () => read(diagram(gardening, id, reader));

  it('has a node for each step, in the words of the reader', () => {
    const drawn = draw();
    expect([...drawn.nodes.values()]).toEqual(
      expect.arrayContaining(['May I ask about your garden?', 'Do you garden at all?', 'digging-long']),
    );
    expect(read(diagram(gardening, id, { locale: 'ar-XB', audience: 'worker' })).nodes.size).toBe(drawn.nodes.size);
  });

  it('has an edge for each way on', () => {
    const drawn = draw();
    const ways = Object.values(script.steps).flatMap((step: Step) => (step.kind === 'close' ? [] : targets(step.next)));
    const steps = drawn.edges.filter(({ from, to }) => from.startsWith('s') && from !== 'start' && to.startsWith('s'));
    expect(steps).toHaveLength(ways.length);
  });

  it('names a branch by the answer, and the careful path by the answers that are left', () => {
    const drawn = draw();
    const from = idOf(drawn, 'Do you garden at all?');
    expect(drawn.edges.filter((one) => one.from === from && one.to.startsWith('s')).map(({ label }) => label)).toEqual([
      '“Yes”',
      '“No”',
      '[ui.skip]'.replace(/[[\]]/g, (sign) => `#${sign.charCodeAt(0)};`),
    ]);
  });

  it('names a score by its instrument and its limit', () => {
    const drawn = draw();
    expect(drawn.edges.map(({ label }) => label)).toContain('digging-long ≥ 3');
  });

  it('shows the endings with their outcome, and the flags with what raises them', () => {
    const drawn = draw();
    const flag = [...drawn.nodes].find(([, words]) => words.startsWith('⚑ tired'))![0];
    expect(drawn.edges.filter(({ to }) => to === flag).map(({ label }) => label)).toEqual([
      'Tired: #91;ui.value-yes#93; #38; Do you garden at all?: “Yes” / ☑ Tired',
    ]);
    expect(drawn.edges.filter(({ from }) => from === flag)).toHaveLength(1);
    expect([...drawn.nodes.values()]).toContain('That is your choice. (#91;outcome.declined#93;)');
  });

  it('leaves out flags, and parts of them, that only another script asks for', () => {
    const elsewhere = { fact: 'answer.elsewhere.asked', is: 'yes' } as const;
    const pack: Pack = {
      ...gardening,
      flags: {
        frightened: { ...gardening.flags.frightened!, when: elsewhere },
        tired: { ...gardening.flags.tired!, when: { any: [elsewhere, gardening.flags.tired!.when!] } },
      },
    };
    const { nodes, edges } = read(diagram(pack, id, reader));
    expect([...nodes.values()].filter((words) => words.startsWith('⚑'))).toHaveLength(1);
    expect(edges.map(({ label }) => label).join()).not.toContain('asked');
  });

  it('takes nothing in a text for a part of the drawing', () => {
    const drawn = draw();
    const words = 'Say "hello"] --> evil["<script>" ; `x` | {y} #quot; \\ &\nA new line';
    const texts = { ...gardening.texts['en-GB'] };
    for (const key of ['ask.garden', 'option.yes', 'flag.tired', 'flag.tired.label', 'behaviour.gardening'])
      texts[key] = { ...texts[key]!, words };
    const pack: Pack = { ...gardening, texts: { ...gardening.texts, 'en-GB': texts } };
    const broken = read(diagram(pack, id, reader));
    expect([...broken.nodes.keys()]).toEqual([...drawn.nodes.keys()]);
    expect(broken.edges).toHaveLength(drawn.edges.length);
  });

  it('shortens long words between two of them', () => {
    const texts = {
      ...gardening.texts['en-GB'],
      advise: { ...gardening.texts['en-GB']!.advise!, words: 'word '.repeat(60) },
    };
    const { nodes } = read(diagram({ ...gardening, texts: { ...gardening.texts, 'en-GB': texts } }, id, reader));
    expect(nodes.get(idOf({ nodes, edges: [] }, 'word'))).toMatch(/^(word )+…$/);
  });
});
