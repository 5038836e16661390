import type * as r4 from 'fhir/r4.js';
import type { Way } from './ways.js';

/** What a page of LHC-Forms has. */
declare const LForms: {
  readonly Util: {
    addFormToPage(form: r4.Questionnaire, id: string, options: { readonly fhirVersion: string }): Promise<void>;
    getFormFHIRData(type: string, version: string): r4.QuestionnaireResponse;
  };
};
interface Task {
  readonly form: r4.Questionnaire;
  readonly ways: readonly Way[];
  readonly endings: readonly string[];
}
interface Filled {
  readonly response: r4.QuestionnaireResponse;
  /** The endings that can be seen once everything is answered. */
  readonly seen: readonly string[];
  /** The first item that never came. */
  readonly missing?: string;
}

/** Runs in the page: shows a form and answers it as somebody would, item after item, once for each way, and gives the responses. */
export async function fillInPage({ form, ways, endings }: Task): Promise<readonly Filled[]> {
  const turn = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const at = (link: string) => {
    const end = CSS.escape(`${link}/`);
    const items = document.querySelectorAll<HTMLElement>(`lhc-item[id^="item-${end}"], lhc-item[id*="/${end}"]`);
    return [...items].find((item) => item.offsetParent !== null);
  };
  const coming = async (link: string) => {
    for (let turns = 0; turns < 300; turns += 1) {
      const item = at(link);
      if (item) return item;
      await turn();
    }
    return undefined;
  };
  const give = (item: HTMLElement, value: unknown) => {
    if (typeof value === 'string') {
      const option = [...item.querySelectorAll<HTMLElement>('label[id]')].find(({ id }) => id.endsWith(`|${value}`));
      option?.querySelector('input')?.click();
    } else if (typeof value === 'boolean') {
      const [yes, no] = item.querySelectorAll<HTMLElement>('input[type=radio]');
      (value ? yes : no)?.click();
    } else {
      const input = item.querySelector('input');
      if (!input) return;
      input.value = String(value);
      for (const type of ['input', 'change', 'blur']) input.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
  /** The first item that never comes. */
  const follow = async ({ answers, ending }: Way): Promise<string | undefined> => {
    for (const [link, value] of answers) {
      const item = await coming(link);
      if (!item) return link;
      for (const one of [value].flat()) give(item, one);
    }
    return (await coming(ending)) ? undefined : ending;
  };

  const filled: Filled[] = [];
  let fresh = false;
  for (const way of ways) {
    // One way to end after another needs no new form: only the last choice counts.
    const isOnlyEnding = way.answers.every(([link]) => link === '@ended');
    if (!fresh || !isOnlyEnding) {
      document.getElementById('form')?.replaceChildren();
      await LForms.Util.addFormToPage(form, 'form', { fhirVersion: 'R4' });
    }
    fresh = isOnlyEnding;
    const missing = await follow(way);
    for (let turns = 0; turns < 300 && endings.filter(at).length > 1; turns += 1) await turn();
    const response = LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4');
    filled.push({ response, seen: endings.filter(at), ...(missing !== undefined && { missing }) });
  }
  return filled;
}
