import type { Case } from './cases.js';
import type { Words } from './words.js';

interface Props {
  readonly cases: readonly Case[];
  readonly selected: string;
  readonly words: Words;
  readonly onSelect: (id: string) => void;
}

export function CaseList({ cases, selected, words, onSelect }: Props) {
  return (
    <nav className="cases" aria-labelledby="cases">
      <h2 id="cases">{words.cases}</h2>
      <ul>
        {cases.map(({ id, name, about, state }) => (
          <li key={id}>
            <button type="button" aria-current={id === selected} onClick={() => onSelect(id)}>
              <span className="face" aria-hidden="true">
                {initials(name)}
              </span>
              <span className="who">{name}</span>
              <span className="what">
                {about} · {state}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const initials = (name: string) =>
  name
    .split(' ')
    .map(([first]) => first)
    .join('');
