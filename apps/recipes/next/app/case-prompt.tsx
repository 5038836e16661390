'use client';

import { england } from '@everycontact/content/england';
import type { ContactRecord } from '@everycontact/core';
import { AdvicePrompt } from '@everycontact/react';
import { useState } from 'react';

const context = { 'context.age': 41 };

export function CasePrompt({ caseKey }: { readonly caseKey: string }) {
  const [open, setOpen] = useState(true);
  const [outcome, setOutcome] = useState('none yet');
  return (
    <>
      {open && (
        <AdvicePrompt
          behaviour="smoking"
          method="vba"
          preview
          pack={england}
          context={context}
          subjectKey={caseKey}
          onOutcome={({ detail }) => void keep(detail.record).then(setOutcome)}
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

/** Sends the record to the server, which answers with what it kept. */
async function keep(record: ContactRecord) {
  const answer = await fetch('/contacts', { method: 'POST', body: JSON.stringify(record) });
  return answer.text();
}
