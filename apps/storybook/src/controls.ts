import { type Attribute, attributes, named } from './manifest.js';

/** How something that the element declares stands among the controls of a story. */
export interface Control {
  /** As a page writes it; a control sets the property. */
  readonly name: string;
  readonly description: string;
  readonly control: false | { readonly type: Type };
  readonly options?: readonly string[];
  readonly table: {
    readonly category: string;
    readonly type?: { readonly summary: string };
    readonly defaultValue?: { readonly summary: string };
  };
}

type Type = 'boolean' | 'number' | 'select' | 'text';

/** Each prompt of the gallery has its pack and its services, and no policy: these would change nothing. */
const settled = ['place', 'directory', 'remember'];

/** What can be set on a prompt, under the name of its property; events, tokens and parts to be read about. */
export const controls: Readonly<Record<string, Control>> = Object.fromEntries([
  ...attributes.map((attribute) => [attribute.fieldName, controlOf(attribute)] as const),
  ...named('events').map((event) => [event.name, toldOf('events', event)] as const),
  ...named('cssProperties').map((token) => [token.name, toldOf('tokens', token)] as const),
  // A part may be called as an attribute is.
  ...named('cssParts').map((part) => [`part ${part.name}`, toldOf('parts', part)] as const),
]);

function controlOf(attribute: Attribute): Control {
  const { name, description = '', type, default: initial } = attribute;
  const options = optionsOf(attribute);
  return {
    name,
    description,
    control: settled.includes(name) ? false : { type: options ? 'select' : typeOf(type.text) },
    ...(options && { options }),
    table: {
      category: 'attributes',
      type: { summary: type.text },
      ...(initial !== undefined && { defaultValue: { summary: initial } }),
    },
  };
}

function toldOf(category: string, { name, description = '' }: { name: string; description?: string }): Control {
  return {
    name,
    description,
    control: false,
    table: { category },
  };
}

function typeOf(text: string): Type {
  return text === 'boolean' || text === 'number' ? text : 'text';
}

/** The values that its description names, with the one it has by itself; where they are only examples, none. */
function optionsOf({ description = '', type, default: initial = '' }: Attribute): readonly string[] | undefined {
  if (typeOf(type.text) !== 'text' || description.includes('e.g.')) return undefined;
  const named = [initial.replaceAll("'", ''), ...[...description.matchAll(/`([\w-]+)`/g)].map(([, word = '']) => word)];
  const options = [...new Set(named)].filter(Boolean);
  return options.length > 1 ? options : undefined;
}
