/** The embedded engine behind the common interface: queries run in a child process that can be killed. */
import { invariant, RiposteError } from "../../shared/index.ts";
import { adapt } from "../cypher/adapt.ts";
import { guard } from "../cypher/guard.ts";
import { lint } from "../cypher/lint.ts";
import {
  DEFAULT_LIMITS,
  type Parameters,
  type QueryEngine,
  type QueryLimits,
  type QueryResult,
  type Vocabulary,
} from "../types.ts";
import { QueryProcess } from "./query-process.ts";

/** An engine on a file that `buildStore` has written. */
export function embeddedEngine(path: string): QueryEngine {
  return new EmbeddedEngine(path);
}

class EmbeddedEngine implements QueryEngine {
  readonly name = "embedded";
  private readonly path: string;
  private process: Promise<QueryProcess> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  async run(query: string, parameters: Parameters, limits: QueryLimits): Promise<QueryResult> {
    guard(query);
    const [finding, ...more] = lint(query);
    if (finding) {
      const others = more.length > 0 ? ` (and ${more.length} more)` : "";
      throw new RiposteError(
        "query/not-portable",
        `${finding.where}: not portable: ${finding.message}; write ${finding.portable}, or use --engine neo4j${others}`,
      );
    }
    return this.execute(adapt(query), parameters, limits);
  }

  async explain(query: string, parameters: Parameters): Promise<string> {
    guard(query);
    const result = await this.execute(`EXPLAIN ${adapt(query)}`, parameters, DEFAULT_LIMITS);
    const plan = result.rows[0]?.[0];
    return typeof plan === "string" ? plan.trimEnd() : "";
  }

  async vocabulary(): Promise<Vocabulary> {
    const process = await this.running();
    const answer = await process.ask((id) => ({ id, vocabulary: true }), DEFAULT_LIMITS.timeoutMs);
    invariant("vocabulary" in answer, "the query process gave no vocabulary");
    return answer.vocabulary;
  }

  async close(): Promise<void> {
    const process = await this.process?.catch(() => undefined);
    this.process = undefined;
    await process?.end(new RiposteError("run/interrupted", "the engine was closed"));
  }

  private async execute(query: string, parameters: Parameters, limits: QueryLimits): Promise<QueryResult> {
    const process = await this.running(limits.memoryMb);
    const { maxRows, timeoutMs } = limits;
    const answer = await process.ask((id) => ({ id, query, parameters, maxRows }), timeoutMs);
    if ("error" in answer) throw failed(answer.error);
    invariant("result" in answer, "the query process gave no rows");
    return answer.result;
  }

  /** The process, started where there is none or where it was given another memory limit. */
  private running(memoryMb?: number): Promise<QueryProcess> {
    // Set at once: whoever asks meanwhile waits for this one instead of starting another.
    this.process = this.reuseOrStart(this.process, memoryMb);
    return this.process;
  }

  private async reuseOrStart(
    before: Promise<QueryProcess> | undefined,
    memoryMb: number | undefined,
  ): Promise<QueryProcess> {
    const current = await before?.catch(() => undefined);
    if (current?.isRunning && (memoryMb === undefined || current.memoryMb === memoryMb)) return current;
    await current?.end(new RiposteError("run/interrupted", "the engine was started anew"));
    return QueryProcess.start(this.path, memoryMb ?? DEFAULT_LIMITS.memoryMb);
  }
}

/** The engine's own message: its first line, with the place in the query where it gives one. */
function failed(message: string): RiposteError {
  const [first = ""] = message.split("\n");
  const at = /--> query:(\d+):(\d+)/.exec(message);
  const what = first.replace(/^Query error: GRAFEO-\w+: /, "").replace("[Cypher] ", "");
  const where = at ? `line ${at[1]}, column ${at[2]}: ` : "";
  return new RiposteError("query/bad-syntax", `${where}${what}`);
}
