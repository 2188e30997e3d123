/**
 * Every error that Riposte raises on purpose, with a stable code.
 *
 * A message is one line: what is wrong, where (file:line where there is one), and what to do. Tests and scripts
 * match the code, never the message. The exit code tells a calling script whose fault it was.
 */

/** Process exit codes, documented in docs/guide/errors.md. */
export const EXIT = { ok: 0, failed: 1, usage: 2, input: 3, service: 4, interrupted: 130 } as const;

/** Error codes with the exit code of a command that ends on them. */
export const ERROR_CODES = {
  "usage/unknown-option": EXIT.usage,
  "usage/missing-argument": EXIT.usage,
  "usage/bad-value": EXIT.usage,
  "input/missing": EXIT.input,
  "input/empty": EXIT.input,
  "input/binary": EXIT.input,
  "input/too-large": EXIT.input,
  "input/bad-encoding": EXIT.input,
  "input/unreadable": EXIT.input,
  "input/bad-record": EXIT.input,
  "input/nothing-to-read": EXIT.input,
  "pack/not-found": EXIT.input,
  "pack/bad-yaml": EXIT.input,
  "pack/bad-field": EXIT.input,
  "pack/duplicate-id": EXIT.input,
  "pack/unknown-reference": EXIT.input,
  "case/not-found": EXIT.input,
  "case/bad-record": EXIT.input,
  "case/unwritable": EXIT.failed,
  "case/locked": EXIT.failed,
  "case/unknown-id": EXIT.input,
  "decision/bad-field": EXIT.input,
  "decision/unknown-id": EXIT.input,
  "decision/conflict": EXIT.input,
  "gold/bad-shape": EXIT.input,
  "model/missing": EXIT.failed,
  "model/bad-format": EXIT.failed,
  "language/unsupported": EXIT.input,
  "sink/unreachable": EXIT.service,
  "sink/unauthorized": EXIT.service,
  "sink/rejected": EXIT.service,
  "sink/incomplete": EXIT.service,
  "sink/unwritable": EXIT.failed,
  "query/refused": EXIT.usage,
  "query/bad-syntax": EXIT.usage,
  "query/not-portable": EXIT.usage,
  "query/timeout": EXIT.failed,
  "query/out-of-memory": EXIT.failed,
  "query/engine-missing": EXIT.service,
  "query/unknown-saved": EXIT.usage,
  "analysis/bad-projection": EXIT.usage,
  "analysis/bad-graph": EXIT.input,
  "analysis/engine-missing": EXIT.service,
  "view/port-in-use": EXIT.failed,
  "view/not-built": EXIT.failed,
  "run/interrupted": EXIT.interrupted,
  "internal/broken-invariant": EXIT.failed,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure. `retryable` means the same call may succeed later without any change by the user. */
export class RiposteError extends Error {
  override readonly name = "RiposteError";
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code];
  }
}

/** Names a broken assumption of our own code: always a bug, never the user's fault. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new RiposteError("internal/broken-invariant", message);
}
