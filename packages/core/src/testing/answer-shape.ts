import type { Directory, DirectoryAnswer } from '../directory/directory.js';

/** The directory, whose answers are looked at before a rule reads them: another shape is told in words. */
export function withShape(directory: Directory): Directory {
  return {
    name: directory.name,
    find: async (query, options) => {
      const answer: unknown = await directory.find(query, options);
      if (isAnswer(answer)) return answer;
      throw new Error(
        `The answer of the directory "${directory.name}": expected "matches" (each with "service", the id, and "reasons"), "excluded" and "asOf", found ${JSON.stringify(answer)?.slice(0, 200)}. Let match(services, query, asOf) of @everycontact/core/directory make it.`,
      );
    },
  };
}

function isAnswer(answer: unknown): answer is DirectoryAnswer {
  const { matches, excluded, asOf } = Object(answer) as Partial<Record<string, unknown>>;
  const isMatch = (one: unknown) => {
    const { service, reasons } = Object(one) as Partial<Record<string, unknown>>;
    return typeof service === 'string' && Array.isArray(reasons);
  };
  return Array.isArray(matches) && matches.every(isMatch) && Array.isArray(excluded) && typeof asOf === 'string';
}
