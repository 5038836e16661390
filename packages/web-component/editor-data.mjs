// What an editor may know of the tag, so that it completes and explains it in plain HTML: the custom data of VS Code and the
// web-types of JetBrains, made from the manifest.

/** For `html.customData` of VS Code. */
export const htmlData = (element) => ({
  version: 1.1,
  tags: [
    {
      name: element.tagName,
      description: markdown(inShort(element)),
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: markdown(said(attribute)),
        // "v" is the editor's word for a switch, which is written without a value.
        ...(isSwitch(attribute) ? { valueSet: 'v' } : { values: valuesOf(attribute).map((name) => ({ name })) }),
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
export const webTypes = (element, { name, version }) => ({
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
              : { kind: 'plain', type: attribute.type.text.replace(' | undefined', '') },
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

/** Those that its type names, beside which others may be written where it is a string as well. */
const valuesOf = ({ type }) => [...type.text.matchAll(/'([^']*)'/g)].map(([, value]) => value);

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
