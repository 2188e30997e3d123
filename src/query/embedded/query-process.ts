/** One child process with a store open: requests go out, answers come back by their number. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RiposteError } from "../../shared/index.ts";
import type { ChildAnswer, ChildRequest } from "./child.ts";

/** The child as this module itself runs: TypeScript under a loader in development, JavaScript once built. */
const IS_SOURCE = import.meta.url.endsWith(".ts");
const CHILD = fileURLToPath(new URL(IS_SOURCE ? "./child.ts" : "./child.js", import.meta.url));
const LOADER = IS_SOURCE ? ["--import", createRequire(import.meta.url).resolve("tsx")] : [];

interface Waiting {
  readonly resolve: (answer: ChildAnswer) => void;
  readonly reject: (error: RiposteError) => void;
}

export class QueryProcess {
  readonly memoryMb: number;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  /** Why we ended it; an end that we did not cause was for memory. */
  private ending: RiposteError | undefined;
  private requests = 0;

  private constructor(child: ChildProcess, memoryMb: number) {
    this.child = child;
    this.memoryMb = memoryMb;
    child.on("message", (answer: ChildAnswer) => {
      if (!("id" in answer)) return;
      this.waiting.get(answer.id)?.resolve(answer);
      this.waiting.delete(answer.id);
    });
    child.once("exit", () => {
      for (const { reject } of this.waiting.values()) reject(this.ending ?? outOfMemory(memoryMb));
      this.waiting.clear();
    });
  }

  /** @throws {RiposteError} `query/engine-missing` where the store cannot be opened */
  static async start(path: string, memoryMb: number): Promise<QueryProcess> {
    const scratch = mkdtempSync(join(tmpdir(), "riposte-query-"));
    const child = fork(CHILD, [path, String(memoryMb)], {
      execArgv: LOADER,
      env: { ...process.env, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    // A killed engine leaves its overflow files behind.
    child.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", () => reject(startFailed(complaint)));
      child.once("error", reject);
    });
    return new QueryProcess(child, memoryMb);
  }

  get isRunning(): boolean {
    return this.ending === undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The answer to one request; ends the process when it takes longer than `timeoutMs`. */
  async ask(request: (id: number) => ChildRequest, timeoutMs: number): Promise<ChildAnswer> {
    const id = ++this.requests;
    const timer = setTimeout(() => this.end(tooSlow(timeoutMs)), timeoutMs);
    try {
      return await new Promise<ChildAnswer>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.child.send(request(id));
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Kills the process; what still waits is rejected with `reason`. Resolves when it is gone. */
  async end(reason: RiposteError): Promise<void> {
    if (!this.isRunning) return;
    this.ending = reason;
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await gone;
  }
}

function tooSlow(timeoutMs: number): RiposteError {
  return new RiposteError(
    "query/timeout",
    `the query ran longer than ${timeoutMs / 1000} s and was stopped; narrow it or raise --timeout`,
  );
}

function outOfMemory(memoryMb: number): RiposteError {
  return new RiposteError(
    "query/out-of-memory",
    `the query needed more than ${memoryMb} MB and was stopped; add a LIMIT or narrow the MATCH`,
  );
}

function startFailed(complaint: string): RiposteError {
  const reason = complaint.split("\n").find((line) => /error/i.test(line)) ?? "it ended at once";
  return new RiposteError("query/engine-missing", `the embedded engine did not start: ${reason.trim()}`);
}
