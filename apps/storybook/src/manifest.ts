import written from '../../../packages/web-component/custom-elements.json';

interface Declaration {
  readonly members?: readonly (Named & { readonly privacy?: string; readonly static?: boolean })[];
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
}
type Kind = 'events' | 'cssProperties' | 'cssParts';

interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface Attribute extends Named {
  readonly fieldName: string;
  readonly type: { readonly text: string };
  readonly default?: string;
}

const declarations = (declared: readonly unknown[]): readonly Declaration[] => declared as readonly Declaration[];

/** What a host may use: without the members that are the element's own business. */
export const manifest = {
  ...written,
  modules: written.modules.map((module) => ({
    ...module,
    declarations: declarations(module.declarations).map(({ members = [], ...declaration }) => ({
      ...declaration,
      members: members.filter(({ name, privacy, static: ofClass }) => !privacy && !ofClass && !name.startsWith('#')),
    })),
  })),
};

/** What the element declares of one kind, each name once: the list its own documentation is made from. */
export const declared = (kind: Kind): readonly string[] => [...new Set(named(kind).map(({ name }) => name))];

/** The same with a sentence on each. */
export function named(kind: Kind): readonly Named[] {
  return written.modules.flatMap((module) => declarations(module.declarations).flatMap((one) => one[kind] ?? []));
}

/** What can be written on the tag, each once. */
export const attributes: readonly Attribute[] = [
  ...new Map(
    written.modules
      .flatMap((module) => declarations(module.declarations).flatMap((one) => one.attributes ?? []))
      .map((one) => [one.name, one]),
  ).values(),
];
