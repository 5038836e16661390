import { england } from '@everycontact/content/england';
import { AdvicePrompt } from '@everycontact/react';
import { useState, version } from 'react';

const context = { 'context.age': 41 };

export function Case() {
  const [open, setOpen] = useState(true);
  const [outcome, setOutcome] = useState<string>('none yet');
  return (
    <>
      <h1>Case 17, React {version}</h1>
      {open && (
        <AdvicePrompt
          behaviour="smoking"
          method="vba"
          preview
          pack={england}
          context={context}
          onOutcome={({ detail }) => setOutcome(detail.record.outcome ?? 'not settled')}
        >
          <p>
            The prompt could not be shown. In an emergency call <a href="tel:999">999</a>.
          </p>
        </AdvicePrompt>
      )}
      <p>
        Outcome: <output id="outcome">{outcome}</output>
      </p>
      <button id="close" type="button" onClick={() => setOpen(false)}>
        Close the case
      </button>
    </>
  );
}
