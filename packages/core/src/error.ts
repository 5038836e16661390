/**
 * The one error of this library. `message` says where, what was expected, what was found and what to do;
 * `code` has an entry in `docs/errors.md`; `at` is the path to the place, e.g. `scripts.smoking.vba.steps.smokes`.
 */
export class EveryContactError extends Error {
  readonly code: string;
  readonly at: string;

  constructor(code: string, at: string, message: string) {
    super(`[everycontact/${code}] ${message}`);
    this.name = 'EveryContactError';
    this.code = code;
    this.at = at;
  }
}
