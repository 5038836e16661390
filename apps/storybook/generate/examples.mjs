import { packs, examples } from './packs.mjs';
import { pairwise } from './pairwise.mjs';
import { argsOf, faces, stories } from './stories.mjs';

// Every named example of every pack, in both faces: the same list as the unit tests walk. Which of them are tests is
// chosen so that every pair of face, place, script, audience, setting and outcome that occurs is walked at least once.

const walks = Object.values(packs).flatMap((pack) =>
  faces.flatMap((face) => examples[pack.id].map((example) => ({ pack, face, example }))),
);

const tested = new Set(
  pairwise(walks, ({ pack, face, example: { script, audience, occasion, expect } }) => [
    face,
    pack.id,
    script,
    audience,
    occasion.setting,
    expect.outcome,
  ]),
);

/** @returns {readonly { file: string, text: string }[]} one file of stories for each behaviour, face and place */
export function exampleStories() {
  const files = new Map();
  for (const walk of walks) files.set(fileOf(walk), [...(files.get(fileOf(walk)) ?? []), walk]);
  return [...files].map(([file, inFile]) => ({
    file,
    text: stories(titleOf(inFile[0]), inFile[0].face, inFile.map(storyOf)),
  }));
}

const behaviourOf = ({ pack, example }) => pack.scripts[example.script].behaviour;
const fileOf = (walk) => `${behaviourOf(walk)}.${walk.face}.${walk.pack.id}`;
const titleOf = (walk) => `${nameOf(behaviourOf(walk))}/${nameOf(walk.face)}/${nameOf(walk.pack.id)}`;
const nameOf = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

function storyOf(walk) {
  const { pack, example } = walk;
  return {
    id: example.id,
    name: example.name,
    test: tested.has(walk),
    args: argsOf(pack, example, example.moves),
    parameters: { place: pack.id, outcome: example.expect.outcome },
  };
}
