// What an editor may know of the tag, so that it completes and explains it in plain HTML: the custom data of VS Code and the
// web-types of JetBrains, made from the manifest. `values` are those of attributes that a pack decides, by attribute.

/** @typedef {{ readonly name: string, readonly description?: string }} Named */
/** @typedef {Named & { readonly type: { readonly text: string }, readonly default?: string }} Attribute */
/** @typedef {Readonly<Record<string, readonly string[]>>} Values */

/** For `html.customData` of VS Code. */
export const htmlData = (element, values) => ({
  version: 1.1,
  tags: [
    {
      name: element.tagName,
      description: markdown(inShort(element)),
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(said(attribute)),
        // "v" is the editor's word for a switch, which is written without a value.
        ...(isSwitch(attribute)
          ? { valueSet: 'v' }
          : { values: valuesOf(attribute, values).map((name) => ({ name })) }),
      })),
    },
  ],
});

/** For `css.customData` of VS Code. */
export const cssData = ({ cssProperties, cssParts }) => ({
  version: 1.1,
  properties: cssProperties.map(({ name, description }) => ({ name, description })),
  pseudoElements: cssParts.map(({ name, description }) => ({ name: `::part(${name})`, description })),
});

/** For JetBrains, which finds it by the field `web-types` of the package. */
export const webTypes = (element, values, { name, version }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: element.tagName,
          description: element.description,
          attributes: element.attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            ...(attribute.default !== undefined && { default: unquoted(attribute.default) }),
            value: isSwitch(attribute)
              ? { kind: 'no-value', type: 'boolean' }
              : { kind: 'plain', type: typeOf(attribute, values) },
          })),
          slots: element.slots.map(({ name: slot, description }) => ({ name: slot, description })),
          js: {
            properties: fieldsOf(element).map((field) => ({
              name: field.name,
              description: field.description,
              type: field.type.text,
            })),
            events: element.events.map(({ name: event, description, type }) => ({
              name: event,
              description,
              type: type.text,
            })),
          },
        },
      ],
    },
    css: {
      properties: element.cssProperties.map(({ name: token, description }) => ({ name: token, description })),
      'pseudo-elements': element.cssParts.map(({ name: part, description }) => ({
        name: `part(${part})`,
        description,
      })),
    },
  },
});

const markdown = (value) => ({ kind: 'markdown', value });
const isSwitch = ({ type }) => type.text === 'boolean';
const unquoted = (text) => text.replace(/^'(.*)'$/, '$1');
const fieldsOf = ({ members }) => members.filter(({ kind, static: ofClass }) => kind === 'field' && !ofClass);

/** @returns {readonly string[]} those of its type; else those of the packs, beside which others may be written */
function valuesOf({ name, type }, values) {
  const closed = [...type.text.matchAll(/'([^']*)'/g)].map(([, value]) => value);
  return closed.length > 0 ? closed : (values[name] ?? []);
}

function typeOf(attribute, values) {
  const { name, type } = attribute;
  const plain = type.text.replace(' | undefined', '');
  return plain === 'string' ? [...(values[name] ?? []).map((value) => `'${value}'`), 'string'].join(' | ') : plain;
}

function said({ description = '', default: initial }) {
  return initial === undefined || initial === 'false'
    ? description
    : `${description}\n\nDefault: \`${unquoted(initial)}\``;
}

function inShort({ description, events, slots }) {
  const list = events.map((event) => `- \`${event.name}\`: ${event.description}`).join('\n');
  const inside = slots.map((slot) => slot.description).join('; ');
  return `${description}\n\nInside it: ${inside}.\n\nEvents:\n${list}`;
}
