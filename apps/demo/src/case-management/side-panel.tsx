import type { ContactRecord, Pack } from '@everycontact/core';
import { AdvicePrompt } from '@everycontact/react';
import { useState } from 'react';
import type { Case } from './cases.js';
import type { Words } from './words.js';

interface Props {
  readonly pack: Pack;
  readonly locale: string;
  readonly services: string;
  readonly current: Case;
  readonly words: Words;
  readonly status: string;
  readonly onRecord: (record: ContactRecord) => void;
}

/** The React component: about smoking, or with the agenda first where the host names no behaviour. */
export function SidePanel({ pack, locale, services, current, words, status, onRecord }: Props) {
  const [together, choose] = useState(false);
  return (
    <aside className="side" aria-labelledby="side">
      <h2 id="side">{words.side}</h2>
      <p className="hint">{words.sideHint}</p>
      <fieldset className="about">
        <legend>{words.about.heading}</legend>
        {[false, true].map((one) => (
          <label key={String(one)}>
            <input type="radio" name="about" checked={together === one} onChange={() => choose(one)} />{' '}
            {one ? words.about.together : words.about.smoking}
          </label>
        ))}
      </fieldset>
      <AdvicePrompt
        open
        preview
        compact
        pack={pack}
        locale={locale}
        behaviour={together ? undefined : 'smoking'}
        setting="public"
        subjectKey={current.id}
        context={current.context}
        directory={services}
        onOutcome={(event) => onRecord(event.detail.record)}
      >
        <p>
          {words.fallback} <a href={`tel:${words.emergency}`}>{words.emergency}</a>.
        </p>
      </AdvicePrompt>
      <p className="status" role="status">
        {status}
      </p>
    </aside>
  );
}
