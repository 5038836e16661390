import MiniSearch from 'minisearch';
import { useMemo, useState } from 'react';
import { parts } from '../generated/parts.js';

const most = 12;

/** Looks through every word of the guides, here on the page: nothing is asked of anybody. */
export function Search() {
  const [wanted, setWanted] = useState('');
  const index = useMemo(() => {
    const made = new MiniSearch({
      fields: ['title', 'heading', 'text'],
      storeFields: ['page', 'title', 'heading', 'text'],
      searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 3, heading: 2 } },
    });
    made.addAll(parts);
    return made;
  }, []);
  const found = index.search(wanted).slice(0, most);
  return (
    <search>
      <label>
        Words <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <p role="status">{wanted && (found.length === 0 ? 'Nothing has these words.' : `${found.length} places`)}</p>
      <ul>
        {found.map(({ id, page, title, heading, text }) => (
          <li key={String(id)}>
            <a href={String(page)} target="_top">
              {String(title)}: {String(heading)}
            </a>
            <br />
            {String(text).slice(0, 160)}
          </li>
        ))}
      </ul>
    </search>
  );
}
