/** What goes wrong with a Neo4j server, in one line that says what to do. */
import { lookup } from "node:dns/promises";
import { Neo4jError } from "neo4j-driver";
import { type ErrorCode, listens, RiposteError } from "../shared/index.ts";
import type { Neo4jAddress } from "./address.ts";

const MEMORY_CODES: ReadonlySet<string> = new Set([
  "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
  "Neo.TransientError.General.TransactionMemoryLimit",
  "Neo.TransientError.General.OutOfMemoryError",
]);

type Explained = readonly [code: ErrorCode, message: (at: Neo4jAddress) => string];

/** By the server's own code: the one part of its answers that is stable. */
const FAULTS: Readonly<Record<string, Explained>> = {
  "Neo.ClientError.Security.Unauthorized": [
    "sink/unauthorized",
    (at) => `${at.uri} refuses user ${at.user} with this password; set NEO4J_USERNAME and NEO4J_PASSWORD`,
  ],
  "Neo.ClientError.Security.AuthenticationRateLimit": [
    "sink/unauthorized",
    (at) =>
      `${at.uri} blocks user ${at.user} after too many wrong passwords; wait some seconds, then try the right one`,
  ],
  "Neo.ClientError.Security.CredentialsExpired": [
    "sink/unauthorized",
    (at) =>
      `the password of user ${at.user} at ${at.uri} must be changed first; do so in Neo4j Browser or cypher-shell`,
  ],
  "Neo.ClientError.Security.Forbidden": [
    "sink/rejected",
    (at) =>
      `user ${at.user} may not do this at ${at.uri}; ask for the right to read, write and make constraints`,
  ],
  "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": ["sink/rejected", readOnly],
  "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": ["sink/rejected", readOnly],
  "Neo.ClientError.Cluster.NotALeader": ["sink/rejected", readOnly],
  "Neo.ClientError.Database.DatabaseNotFound": [
    "sink/rejected",
    (at) => `${at.uri} has no database named ${at.database ?? "(home)"}; give another with --database`,
  ],
  "Neo.TransientError.General.DatabaseUnavailable": [
    "sink/unreachable",
    (at) => `the database at ${at.uri} is not started; see the server's log`,
  ],
  "Neo.ClientError.Schema.ConstraintValidationFailed": [
    "sink/rejected",
    (at) =>
      `${at.uri} holds data that breaks the constraint on :Riposte(id); give Riposte a database of its own`,
  ],
  "Neo.ClientError.Schema.ConstraintCreationFailed": [
    "sink/rejected",
    (at) =>
      `${at.uri} holds several :Riposte nodes with one id; remove them or give Riposte a database of its own`,
  ],
};

function readOnly(at: Neo4jAddress): string {
  return `the database at ${at.uri} is read-only; open it for writing (server.databases.read_only) or give another`;
}

/** Whether the server ran out of memory for one transaction: a smaller one can pass. */
export function isMemoryLimit(error: unknown): boolean {
  return error instanceof Neo4jError && MEMORY_CODES.has(error.code);
}

/** Whether the same call may succeed later: the server said so, or went away. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Neo4jError && error.retriable;
}

/** The error with a stable code and advice; errors that are no fault of the server come back as they are. */
export async function explainFault(error: unknown, at: Neo4jAddress): Promise<unknown> {
  if (!(error instanceof Neo4jError)) return error;
  // Codes of the server begin with "Neo."; the others are the driver's own, for connections that failed.
  if (!error.code.startsWith("Neo.")) {
    return new RiposteError("sink/unreachable", await whyUnreachable(at), { cause: error, retryable: true });
  }
  if (isMemoryLimit(error)) {
    return new RiposteError(
      "sink/rejected",
      `${at.uri} has no memory left for a transaction; raise dbms.memory.transaction.total.max or db.memory.transaction.max`,
      { cause: error, retryable: true },
    );
  }
  const known = FAULTS[error.code];
  if (known) return new RiposteError(known[0], known[1](at), { cause: error });
  const [firstLine = ""] = error.message.split("\n");
  return new RiposteError("sink/rejected", `${at.uri} answers ${error.code}: ${firstLine}`, { cause: error });
}

/** The driver has one message for every failed connection; looking at the address tells them apart. */
async function whyUnreachable(at: Neo4jAddress): Promise<string> {
  const url = new URL(at.uri);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port) || 7687;
  try {
    await lookup(host);
  } catch {
    return `there is no host named ${host}; check the address`;
  }
  if (!(await listens(host, port))) {
    return `nothing listens at ${host}:${port}; start Neo4j there or set NEO4J_URI`;
  }
  return url.protocol.includes("+s")
    ? `the server at ${host}:${port} does not answer with TLS that can be trusted; try ${url.protocol.split("+")[0]}://${url.host}, or +ssc for its own certificate`
    : `the server at ${host}:${port} does not answer as Neo4j; try ${url.protocol.replace(":", "+s:")}//${url.host} if it wants TLS, and check the port`;
}
