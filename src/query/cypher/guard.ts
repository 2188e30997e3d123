/** What no query may do: write, change the database, reach files or the network, or call what could. */
import { RiposteError } from "../../shared/index.ts";
import { isWord, nameOf, place, type Token, tokenize } from "./tokens.ts";

const REFUSED = [
  "CREATE",
  "MERGE",
  "SET",
  "DELETE",
  "DETACH",
  "NODETACH",
  "REMOVE",
  "INSERT",
  "FOREACH",
  "DROP",
  "ALTER",
  "RENAME",
  "LOAD",
  "COPY",
  "IMPORT",
  "USE",
  "GRANT",
  "DENY",
  "REVOKE",
  "START",
  "STOP",
  "TERMINATE",
  "ENABLE",
  "DEALLOCATE",
  "REALLOCATE",
  "FINISH",
] as const;

/** Procedures that only look; every other one could write or read files. */
const PROCEDURES: ReadonlySet<string> = new Set(["db.labels", "db.relationshiptypes", "db.propertykeys"]);

/** What stands before a name that is a label, a property or a part of a label expression. */
const BEFORE_A_NAME = new Set([".", ":", "|", "!", "&"]);
/** What follows a name used as variable, alias, map key or property; never a clause. */
const AFTER_A_NAME = new Set([":", ".", ",", ")", "]", "}", "=", "<>", "|", ";"]);

/**
 * Refuses a query that does anything but read the graph. A first line of defence: the embedded engine opens its file
 * read-only in a process of its own, and Neo4j is asked for a read transaction.
 * @throws {RiposteError} `query/refused` with the word and its place
 */
export function guard(query: string): void {
  const tokens = tokenize(query);
  if (tokens.length === 0) throw new RiposteError("query/refused", "the query is empty");
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "symbol" && token.text === ";" && i < tokens.length - 1)
      throw refused(query, token, "one statement at a time");
    if (isWord(token, ...REFUSED) && isClause(tokens, i))
      throw refused(query, token, `${token.text.toUpperCase()} is not allowed: queries only read`);
    if (isWord(token, "CALL")) checkCall(query, tokens, i);
  }
}

function isClause(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before?.kind === "symbol" && BEFORE_A_NAME.has(before.text)) return false;
  if (isWord(before, "AS")) return false;
  return after !== undefined && !(after.kind === "symbol" && AFTER_A_NAME.has(after.text));
}

/** `CALL { … }` and `CALL (x) { … }` are subqueries; anything else names a procedure. */
function checkCall(query: string, tokens: readonly Token[], i: number): void {
  let at = i + 1;
  const next = tokens[at];
  if (!next || next.kind === "symbol") return;
  let name = "";
  for (
    let token: Token | undefined = next;
    token && token.text !== "(" && token.text !== "{";
    token = tokens[++at]
  ) {
    if (name !== "" && !name.endsWith(".") && token.text !== ".") break;
    name += nameOf(token);
  }
  if (PROCEDURES.has(name.toLowerCase())) return;
  throw refused(
    query,
    next,
    `the procedure ${name} is not allowed; allowed are ${[...PROCEDURES].join(", ")}`,
  );
}

function refused(query: string, token: Token, why: string): RiposteError {
  return new RiposteError("query/refused", `${place(query, token.start)}: ${why}`);
}
