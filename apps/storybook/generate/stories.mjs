/** The two faces of the prompt; both draw the same story. */
export const faces = ['element', 'react'];

/**
 * A file of stories as Storybook reads them: it looks at the text before it runs it, so everything but how a story is
 * drawn and walked is written out.
 *
 * @param {string} title
 * @param {string} face
 * @param {readonly { id: string, name: string, test: boolean, args: object, parameters: object, globals?: object }[]} list
 */
export function stories(title, face, list) {
  const meta = { title, component: 'advice-prompt', tags: ['!autodocs', '!test'] };
  const exported = list.map(({ id, test, ...story }) => {
    return `export const ${nameOf(id)} = { ${written({ ...story, ...(test && { tags: ['test'] }) })} };`;
  });
  return [
    "import { draw } from '../src/draw.js';",
    "import { walk } from '../src/walk.js';",
    `export default { ${written(meta)}, render: draw.${face}, play: walk };`,
    ...exported,
    '',
  ].join('\n');
}

/**
 * What a host would write on the prompt to come to this example, and the moves a worker then makes.
 *
 * @param {import('@everycontact/core').Pack} pack
 * @param {import('@everycontact/core/testing').Example} example
 * @param {readonly string[]} moves
 */
export function argsOf(pack, { script, audience, variant, occasion, context }, moves) {
  const { behaviour, method } = pack.scripts[script];
  const { setting, mayRefer = false, registered = false, ...meeting } = occasion;
  return {
    behaviour,
    method,
    audience,
    ...(variant && { variant }),
    setting,
    mayRefer,
    registered,
    ...(Object.keys(meeting).length > 0 && { occasion: meeting }),
    ...(context && Object.keys(context).length > 0 && { context }),
    moves,
  };
}

/** Its keys stand without quotes: Storybook passes over the others. */
const written = (object) =>
  Object.entries(object)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');

/** `smoker-told` is exported as `smokerTold`. */
const nameOf = (id) =>
  id.replace(/[^a-zA-Z0-9]+(\w)?/g, (_, letter = '') => letter.toUpperCase()).replace(/^\d/, '_$&');
