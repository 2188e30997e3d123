/** The embedded engine behind the common interface: queries run in a child process that can be killed. */
import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
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
import type { ChildAnswer, ChildRequest } from "./child.ts";

/** The child as this module itself runs: TypeScript under a loader in development, JavaScript once built. */
const IS_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(IS_SOURCE ? "./child.ts" : "./child.js", import.meta.url));
const LOADER = IS_SOURCE ? ["--import", createRequire(import.meta.url).resolve("tsx")] : [];

/** An engine on a file that `buildStore` has written. */
export function embeddedEngine(path: string): QueryEngine {
  return new EmbeddedEngine(path);
}

class EmbeddedEngine implements QueryEngine {
  readonly name = "embedded";
  private readonly path: string;
  private child: { readonly process: ChildProcess; readonly memoryMb: number } | undefined;
  private requests = 0;

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
    const child = await this.running(this.child?.memoryMb ?? DEFAULT_LIMITS.memoryMb);
    const answer = await this.ask(child, { id: ++this.requests, vocabulary: true }, DEFAULT_LIMITS);
    invariant("vocabulary" in answer, "the query process gave no vocabulary");
    return answer.vocabulary;
  }

  async close(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.process.exitCode !== null) return;
    const gone = new Promise((resolve) => child.process.once("exit", resolve));
    child.process.kill("SIGKILL");
    await gone;
  }

  private async execute(query: string, parameters: Parameters, limits: QueryLimits): Promise<QueryResult> {
    const child = await this.running(limits.memoryMb);
    const request: ChildRequest = { id: ++this.requests, query, parameters, maxRows: limits.maxRows };
    const answer = await this.ask(child, request, limits);
    if ("error" in answer) throw failed(answer.error);
    invariant("result" in answer, "the query process gave no rows");
    return answer.result;
  }

  /** The child, started where there is none or where it was given another memory limit. */
  private async running(memoryMb: number): Promise<ChildProcess> {
    if (this.child && this.child.memoryMb !== memoryMb) await this.close();
    if (this.child) return this.child.process;
    const child = fork(CHILD, [this.path, String(memoryMb)], {
      execArgv: LOADER,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", () => reject(startFailed(complaint)));
      child.once("error", reject);
    });
    child.once("exit", () => {
      if (this.child?.process === child) this.child = undefined;
    });
    this.child = { process: child, memoryMb };
    return child;
  }

  private ask(child: ChildProcess, request: ChildRequest, limits: QueryLimits): Promise<ChildAnswer> {
    return new Promise((resolve, reject) => {
      const settle = (error?: RiposteError, message?: ChildAnswer) => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        if (error) reject(error);
        else if (message) resolve(message);
      };
      const onMessage = (message: ChildAnswer) => {
        if ("id" in message && message.id === request.id) settle(undefined, message);
      };
      // Whoever else kills it (its own watcher, or the system) does so for memory.
      const onExit = () =>
        settle(
          new RiposteError(
            "query/out-of-memory",
            `the query needed more than ${limits.memoryMb} MB and was stopped; add a LIMIT or narrow the MATCH`,
          ),
        );
      const timer = setTimeout(() => {
        settle(
          new RiposteError(
            "query/timeout",
            `the query ran longer than ${limits.timeoutMs / 1000} s and was stopped; narrow it or raise --timeout`,
          ),
        );
        this.child = undefined;
        child.kill("SIGKILL");
      }, limits.timeoutMs);
      child.on("message", onMessage);
      child.on("exit", onExit);
      child.send(request);
    });
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

function startFailed(complaint: string): RiposteError {
  const reason = complaint.split("\n").find((line) => /error/i.test(line)) ?? "it ended at once";
  return new RiposteError("query/engine-missing", `the embedded engine did not start: ${reason.trim()}`);
}
