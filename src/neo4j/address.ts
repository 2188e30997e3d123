import { RiposteError } from "../shared/index.ts";

/** Where a Neo4j server is and who asks. The password never appears in a message. */
export interface Neo4jAddress {
  /** `bolt://`, `bolt+s://`, `neo4j://` or `neo4j+s://` with host and port, without credentials. */
  readonly uri: string;
  readonly user: string;
  /** Undefined: the server asks for none. */
  readonly password?: string;
  /** Undefined: the user's home database. */
  readonly database?: string;
}

export interface GivenAddress {
  readonly uri?: string | undefined;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
}

const SCHEME = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:$/;
const DEFAULT_URI = "bolt://127.0.0.1:7687";

/**
 * The address from options, then `NEO4J_URI`, `NEO4J_USERNAME` (or `NEO4J_USER`), `NEO4J_PASSWORD` and
 * `NEO4J_DATABASE`, then the defaults of a local server. The password comes from the environment or from the URI,
 * never from an option: command lines are seen by every user of a machine.
 * @throws {RiposteError} `usage/bad-value` for an address of another form
 */
export function neo4jAddress(given: GivenAddress, env: NodeJS.ProcessEnv = process.env): Neo4jAddress {
  const text = given.uri ?? env.NEO4J_URI ?? DEFAULT_URI;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !SCHEME.test(url.protocol) || url.hostname === "") {
    throw new RiposteError(
      "usage/bad-value",
      "the Neo4j address must look like bolt://127.0.0.1:7687 or neo4j+s://ID.databases.neo4j.io",
    );
  }
  const password = url.password ? decodeURIComponent(url.password) : env.NEO4J_PASSWORD;
  const database = given.database ?? env.NEO4J_DATABASE;
  const user = given.user ?? (decodeURIComponent(url.username) || env.NEO4J_USERNAME || env.NEO4J_USER);
  return {
    uri: `${url.protocol}//${url.host}${url.search}`,
    user: user ?? "neo4j",
    ...(password && { password }),
    ...(database && { database }),
  };
}
