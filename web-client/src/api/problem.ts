/** The body of a refusal (RFC 9457), as every service writes it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  correlationId?: string;
  retryAfterSeconds?: number;
  errors?: { field: string; message: string }[];
  /** With `suspended`: why, how long, and what became of what the person said to it. */
  reason?: string;
  until?: string | null;
  appealState?: string;
  appealAnswer?: string | null;
}

/** A service refused what was asked. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
  }

  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with one field of a form, if anything. */
  ofField(field: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === field)?.message;
  }
}

/** Nobody answered: the network, or the service, is away for the moment. */
export class OfflineError extends Error {
  constructor(cause?: unknown) {
    super("No answer", { cause });
    this.name = "OfflineError";
  }
}

/** Whether the same again may well succeed. */
export function isPassing(error: unknown): boolean {
  if (error instanceof OfflineError) return true;
  return error instanceof ProblemError && (error.problem.status >= 500 || error.problem.status === 429);
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.code === code;
}
