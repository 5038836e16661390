import { noteOf, type Note } from '@everycontact/directory';

/** What this reader does beside the findings that all readers share, in the words a feed's owner reads. */
const findings = {
  'modifier-unknown': {
    did: 'dropped',
    why: 'it carries a rule or extension that can change its meaning and that we do not know',
  },
  'too-deep': { did: 'dropped', why: 'it is nested more deeply than any real record' },
  'not-pointed-to': { did: 'dropped', why: 'no service of the feed points to it' },
  'server-message': { did: 'dropped', why: 'the server says this about its own answer' },
  'reference-missing': { did: 'left out', why: 'what it points to is not in the feed, or may not be read' },
  'list-for-one': { did: 'read the first', why: 'one was expected here and a list was found' },
  'place-not-in-use': { did: 'left out', why: 'the place is suspended or inactive' },
  'page-missing': { did: 'read as far as it goes', why: 'the last page says that a further one follows' },
  'closure-unclear': { did: 'kept as text, if there is any', why: 'these are not whole days from one day to another' },
} as const;

export type OwnCode = keyof typeof findings;

/** @param found what stood there, in words */
export const ownNote = (code: OwnCode, field: string, found?: string): Note =>
  noteOf(code, findings[code], field, found);
