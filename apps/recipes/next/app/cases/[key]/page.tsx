import Link from 'next/link';
import { connection } from 'next/server';
import { CasePrompt } from '../../case-prompt';

export default async function Case({ params }: { readonly params: Promise<{ readonly key: string }> }) {
  await connection();
  const { key } = await params;
  return (
    <>
      <h1>Case {key}</h1>
      <CasePrompt caseKey={key} />
      <nav>
        <Link href="/">All cases</Link> <Link href={`/cases/${Number(key) + 1}`}>Next case</Link>
      </nav>
    </>
  );
}
