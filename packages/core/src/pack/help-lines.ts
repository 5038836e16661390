import type { HelpLine, NeedId, Pack } from './pack.js';

/** A helpline and where it stands in its pack: `urgentHelp.urgent.lines.emergency`. */
export interface PlacedLine {
  readonly where: string;
  /** The need that it is for; urgent lines, and whom a worker tells about safeguarding, are for none. */
  readonly need?: NeedId;
  readonly line: HelpLine;
}

/** Every helpline of a pack: whom a worker tells about safeguarding, urgent lines, then those of each need. */
export const helpLines = ({ safeguarding, urgentHelp, needs }: Pack): readonly PlacedLine[] => [
  ...(safeguarding ? [{ where: 'safeguarding', line: safeguarding }] : []),
  ...Object.entries(urgentHelp).flatMap(([id, { lines }]) =>
    lines.map((line) => ({ where: `urgentHelp.${id}.lines.${line.id}`, line })),
  ),
  ...Object.entries(needs).flatMap(([need, { national }]) =>
    national.map((line) => ({ where: `needs.${need}.national.${line.id}`, need, line })),
  ),
];
