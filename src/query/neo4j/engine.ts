/** A Neo4j server behind the common interface: read transactions with a time limit. */
import neo4j, { type Driver, Neo4jError, type Session } from "neo4j-driver";
import { connect, driverParameters, explainFault, type Neo4jAddress } from "../../neo4j/index.ts";
import { RiposteError } from "../../shared/index.ts";
import { guard } from "../cypher/guard.ts";
import type { Parameters, QueryEngine, QueryLimits, QueryResult, QueryValue, Vocabulary } from "../types.ts";
import { planText } from "./plan-text.ts";
import { neo4jValue } from "./value.ts";

/** Connects to the server. */
export async function neo4jEngine(address: Neo4jAddress): Promise<QueryEngine> {
  return new Neo4jEngine(await connect(address), address);
}

class Neo4jEngine implements QueryEngine {
  readonly name = "neo4j";
  private readonly driver: Driver;
  private readonly address: Neo4jAddress;

  constructor(driver: Driver, address: Neo4jAddress) {
    this.driver = driver;
    this.address = address;
  }

  async run(query: string, parameters: Parameters, limits: QueryLimits): Promise<QueryResult> {
    guard(query);
    return this.inSession(limits, async (session) => {
      // One attempt, no retries: whoever asks waits for the answer.
      const tx = await session.beginTransaction({ timeout: limits.timeoutMs });
      try {
        const result = tx.run(query, driverParameters(parameters));
        const columns = await result.keys();
        const rows: QueryValue[][] = [];
        let truncated = false;
        for await (const record of result) {
          truncated = rows.length === limits.maxRows;
          if (truncated) break;
          rows.push(columns.map((name) => neo4jValue(record.get(name))));
        }
        return { columns: columns.map(String), rows, truncated };
      } finally {
        await tx.close();
      }
    });
  }

  async explain(query: string, parameters: Parameters): Promise<string> {
    guard(query);
    return this.inSession({ timeoutMs: 30_000 }, async (session) => {
      const { summary } = await session.run(`EXPLAIN ${query}`, driverParameters(parameters));
      return summary.plan ? planText(summary.plan) : "no plan";
    });
  }

  async vocabulary(): Promise<Vocabulary> {
    const column = (query: string): Promise<string[]> =>
      this.inSession({ timeoutMs: 30_000 }, async (session) =>
        (await session.run<{ name: string }>(query)).records.map((record) => record.get("name")),
      );
    return {
      labels: await column("CALL db.labels() YIELD label AS name RETURN name ORDER BY name"),
      relationshipTypes: await column(
        "CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name ORDER BY name",
      ),
      properties: await column("CALL db.propertyKeys() YIELD propertyKey AS name RETURN name ORDER BY name"),
    };
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async inSession<T>(
    limits: Pick<QueryLimits, "timeoutMs">,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const { database } = this.address;
    const session = this.driver.session({
      defaultAccessMode: neo4j.session.READ,
      ...(database !== undefined && { database }),
    });
    try {
      return await work(session);
    } catch (error) {
      throw queryFault(error, limits) ?? (await explainFault(error, this.address));
    } finally {
      await session.close();
    }
  }
}

/** What is wrong with the query itself, as the embedded engine would say it; undefined for faults of the server. */
function queryFault(error: unknown, { timeoutMs }: Pick<QueryLimits, "timeoutMs">): RiposteError | undefined {
  if (!(error instanceof Neo4jError)) return undefined;
  const { code, message } = error;
  if (/TransactionTimedOut/.test(code)) {
    return new RiposteError(
      "query/timeout",
      `the query ran longer than ${timeoutMs / 1000} s and was stopped; narrow it or raise --timeout`,
    );
  }
  if (/MemoryPoolOutOfMemory|TransactionMemoryLimit/.test(code)) {
    return new RiposteError(
      "query/out-of-memory",
      "the query needed more memory than the server grants; add a LIMIT or narrow the MATCH",
    );
  }
  if (code === "Neo.ClientError.Statement.AccessMode")
    return new RiposteError("query/refused", "the query writes: queries only read");
  if (!code.startsWith("Neo.ClientError.Statement.")) return undefined;
  const [first = ""] = message.split("\n");
  const at = /\(line (\d+), column (\d+)/.exec(message);
  const where = at ? `line ${at[1]}, column ${at[2]}: ` : "";
  return new RiposteError("query/bad-syntax", `${where}${first.replace(/ \(line .*$/, "")}`);
}
