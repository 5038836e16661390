/** Options as React hands them on: what may be left out may be `undefined` too. */
export type OrUndefined<Options> = {
  readonly [Name in keyof Options]: Partial<Pick<Options, Name>> extends Pick<Options, Name>
    ? Options[Name] | undefined
    : Options[Name];
};
