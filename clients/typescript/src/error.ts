import type { ErrorCode, Outcome, Problem, ProblemOf, Retry } from './types.js';

/** A refusal or a failure that the service answered. Branch on `code`, never on the message. */
export class CorridorError extends Error {
  override readonly name = 'CorridorError';

  constructor(
    /** All facts. `problem.code` tells which `details` there are. */
    readonly problem: Problem,
    /** For questions about the request. */
    readonly requestId: string,
    /** The seconds to wait before the same request, if `retry` is `after`. */
    readonly retryAfterSeconds: number | undefined,
    /** The name under which the request was sent; send it with the same to repeat it harmlessly. */
    readonly idempotencyKey: string | undefined,
  ) {
    super(`${problem.code}: ${problem.detail} (${requestId})`);
  }

  get code(): ErrorCode {
    return this.problem.code;
  }

  /** What became of the effect that the request asks for. */
  get outcome(): Outcome {
    return this.problem.outcome;
  }

  /** What may be done next without doing harm. */
  get retry(): Retry {
    return this.problem.retry;
  }

  /** Whether it has this code; its details have their type then. */
  is<Code extends ErrorCode>(code: Code): this is CorridorError & { readonly problem: ProblemOf<Code> } {
    return this.problem.code === code;
  }
}

/** No answer came, so nothing is known about the request. With the same `idempotencyKey` it can be sent again harmlessly. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(
    readonly idempotencyKey: string | undefined,
    cause: unknown,
  ) {
    super('no answer came from Corridor', { cause });
  }
}

/** What answered is not Corridor, or not this version of its API. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super(`an answer of status ${status} that is not Corridor's`);
  }
}
