/** What is looked for: of a whole message of ours that somebody pastes, its code. */
export const wantedIn = (typed: string): string =>
  /\[(?:everycontact\/)?([a-z]+(?:-[a-z]+)+)\]/.exec(typed)?.[1] ?? typed;
