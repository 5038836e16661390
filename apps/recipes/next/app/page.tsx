import Link from 'next/link';
import { connection } from 'next/server';

export default async function Cases() {
  // A page that is drawn when it is asked for can have the nonce of its request; one drawn at build time cannot.
  await connection();
  return (
    <>
      <h1>Cases</h1>
      <ul>
        {['17', '18'].map((key) => (
          <li key={key}>
            <Link href={`/cases/${key}`}>Case {key}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
