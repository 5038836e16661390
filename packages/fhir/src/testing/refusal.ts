/** Why a request is not answered with what it asked for, as an OperationOutcome says it: an HTTP status, an issue type, a sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly issue: string;

  constructor(status: number, issue: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.issue = issue;
  }
}

export const outcomeOf = ({ issue, message }: Refusal) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: issue, diagnostics: message }],
});
