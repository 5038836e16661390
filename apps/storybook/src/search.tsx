import { AnchorMdx } from '@storybook/addon-docs/blocks';
import MiniSearch, { type SearchResult } from 'minisearch';
import { useMemo, useState } from 'react';
import { parts } from '../generated/parts.js';
import './search.css';
import { wantedIn } from './wanted.js';

const most = 12;
const longest = 200;

/** Looks through every word of the guides, here on the page: nothing is asked of anybody. */
export function Search() {
  const [wanted, setWanted] = useState('');
  const index = useMemo(() => {
    const made = new MiniSearch({
      fields: ['title', 'heading', 'text'],
      storeFields: ['page', 'title', 'heading', 'text'],
      searchOptions: {
        prefix: true,
        // One wrong letter makes another word of a short one.
        fuzzy: (term) => (term.length > 5 ? 0.15 : false),
        boost: { title: 3, heading: 2 },
      },
    });
    made.addAll(parts);
    return made;
  }, []);
  const words = wantedIn(wanted);
  const all = index.search(words, { combineWith: 'AND' });
  const found = (all.length > 0 ? all : index.search(words)).slice(0, most);
  return (
    <search>
      <label>
        Words <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <p role="status">{wanted && told(all.length, found.length)}</p>
      <ul>
        {found.map((one) => (
          <li key={String(one.id)}>
            <AnchorMdx href={String(one.page)} target="_self">
              {String(one.title)}: {String(one.heading)}
            </AnchorMdx>
            <br />
            {around(one)}
          </li>
        ))}
      </ul>
    </search>
  );
}

function told(all: number, shown: number): string {
  if (shown === 0) return 'Nothing has these words.';
  if (all === 0) return 'Nothing has all of these words. These places have some:';
  return all === 1 ? '1 place' : all > shown ? `The first ${shown} of ${all} places` : `${all} places`;
}

/** What stands around the first of the words that were found. */
function around({ text, terms }: SearchResult): string {
  const whole = String(text);
  const at = Math.min(...terms.map((term) => whole.toLowerCase().indexOf(term)).filter((index) => index >= 0));
  const from = at > longest / 2 && at < Infinity ? whole.indexOf(' ', at - longest / 2) + 1 : 0;
  return `${from > 0 ? '… ' : ''}${whole.slice(from, from + longest)}${from + longest < whole.length ? ' …' : ''}`;
}
