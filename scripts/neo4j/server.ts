/** A throw-away Neo4j server on the loopback address: started, killed and started again on the same data. */
import { randomInt } from "node:crypto";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { browserJars, dataScienceJars, neo4jJars } from "./jars.ts";
import type { Programs } from "./programs.ts";

const FIRST_PORT = 20_000;
const LAST_PORT = 30_000;

export interface ServerOptions {
  /** Password of user neo4j; absent: the server asks for none. */
  readonly password?: string;
  /** Further lines of neo4j.conf. */
  readonly settings?: readonly string[];
  readonly heap?: string;
  /** With the Graph Data Science plugin. */
  readonly dataScience?: boolean;
  /** With Neo4j Browser, at `browserUri`. */
  readonly browser?: boolean;
  /** Compile less: starts in two thirds of the time, runs long work at a third of the speed. For tests. */
  readonly brief?: boolean;
  /** Process whose end stops the server too; this one by default. */
  readonly owner?: number;
}

const START_PATIENCE_MS = 180_000;
const POLL_MS = 150;
/** Modules that Neo4j opens by reflection. */
const OPENED = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];
/** Bolt's magic number and four version proposals: the smallest question that only Neo4j answers. */
const HANDSHAKE = Buffer.from(`6060b01700000405${"00000000".repeat(3)}`, "hex");
/** Ends the server when its owner is gone, however the owner ended. */
const WATCHED = `"$@" & server=$!
trap 'kill -9 $server' TERM INT
while kill -0 "$OWNER" 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 1; done
kill -9 $server 2>/dev/null`;

interface Ports {
  readonly bolt: number;
  /** Where there is a browser to serve. */
  readonly http?: number;
}

interface JarFolders {
  readonly server: string;
  /** On the class path too. */
  readonly further: readonly string[];
  /** The server's folder of plugins. */
  readonly plugins?: string;
}

export class Neo4jServer {
  readonly home: string;
  private readonly ports: Ports;
  private readonly programs: Programs;
  private readonly jars: JarFolders;
  private readonly options: ServerOptions;
  private process: ChildProcess | undefined;

  private constructor(
    programs: Programs,
    jars: JarFolders,
    home: string,
    ports: Ports,
    options: ServerOptions,
  ) {
    this.programs = programs;
    this.jars = jars;
    this.home = home;
    this.ports = ports;
    this.options = options;
  }

  /** Starts a server with an empty store; resolves when it answers. */
  static async start(programs: Programs, options: ServerOptions = {}): Promise<Neo4jServer> {
    const server = await Neo4jServer.create(programs, options);
    await server.restart();
    return server;
  }

  /** A server that is configured and still down: for what can only be done then. */
  static async create(programs: Programs, options: ServerOptions = {}): Promise<Neo4jServer> {
    const jars = await jarFolders(programs.maven, options);
    const home = await mkdtemp(join(tmpdir(), "riposte-neo4j-"));
    const ports = { bolt: await freePort(), ...(options.browser && { http: await freePort() }) };
    const server = new Neo4jServer(programs, jars, home, ports, options);
    await server.configure();
    if (options.password !== undefined) server.admin(["dbms", "set-initial-password", options.password]);
    return server;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.ports.bolt}`;
  }

  /** Address of Neo4j Browser, where the server was started with it. */
  get browserUri(): string | undefined {
    const { bolt, http } = this.ports;
    if (http === undefined) return undefined;
    const method = this.options.password === undefined ? "&preselectAuthMethod=NO_AUTH" : "";
    return `http://127.0.0.1:${http}/browser/?dbms=bolt://127.0.0.1:${bolt}${method}`;
  }

  /** Starts the server on the data it has, with further settings where they are given. */
  async restart(settings: readonly string[] = []): Promise<void> {
    await this.configure(settings);
    const log = openSync(join(this.home, "console.log"), "a");
    const heap = this.options.heap ?? "1g";
    const java = [
      "-cp",
      [this.jars.server, ...this.jars.further].map((folder) => `${folder}/*`).join(delimiter),
      "-Xms256m",
      `-Xmx${heap}`,
      "-XX:+UseSerialGC",
      ...(this.options.brief ? ["-XX:TieredStopAtLevel=1"] : []),
      ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
      "org.neo4j.server.CommunityEntryPoint",
      `--home-dir=${this.home}`,
      `--config-dir=${this.home}/conf`,
    ];
    this.process = spawn("sh", ["-c", WATCHED, "sh", this.programs.java, ...java], {
      cwd: this.home,
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, OWNER: String(this.options.owner ?? process.pid) },
    });
    this.process.unref();
    await this.untilReady();
  }

  /** Kills the server as a power cut would; its data stay. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (child?.pid === undefined) return;
    this.process = undefined;
    child.ref();
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // The whole process group: the watching shell and Java.
    if (child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, "SIGKILL");
      await gone;
    }
  }

  /** Kills the server and deletes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Process group of the server and its watcher. */
  get processGroup(): number | undefined {
    return this.process?.pid;
  }

  /** Runs `neo4j-admin`; the server must be down for most of its commands. */
  admin(args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(
      this.programs.java,
      ["-Xmx1g", "-cp", `${this.jars.server}/*`, "org.neo4j.cli.AdminTool", ...args],
      {
        encoding: "utf8",
        env: { ...process.env, NEO4J_HOME: this.home, NEO4J_CONF: join(this.home, "conf") },
      },
    );
    if (status !== 0) throw new Error(`neo4j-admin ${args[0]} failed: ${stderr || stdout}`);
    return stdout;
  }

  private async configure(settings: readonly string[] = []): Promise<void> {
    const lines = [
      "server.default_listen_address=127.0.0.1",
      `server.bolt.listen_address=127.0.0.1:${this.ports.bolt}`,
      `server.bolt.advertised_address=127.0.0.1:${this.ports.bolt}`,
      `server.http.enabled=${this.ports.http !== undefined}`,
      ...(this.ports.http === undefined ? [] : browserSettings(this.ports.http)),
      "server.https.enabled=false",
      `dbms.security.auth_enabled=${this.options.password !== undefined}`,
      "dbms.usage_report.enabled=false",
      "server.memory.pagecache.size=256m",
      "db.tx_log.preallocate=false",
      ...(this.jars.plugins ? [`server.directories.plugins=${this.jars.plugins}`] : []),
      ...(this.options.settings ?? []),
      ...settings,
    ];
    await mkdir(join(this.home, "conf"), { recursive: true });
    // Neo4j refuses a setting that is given twice; the later one counts.
    const settled = new Map(lines.map((line) => [line.slice(0, line.indexOf("=")), line]));
    await writeFile(join(this.home, "conf", "neo4j.conf"), `${[...settled.values()].join("\n")}\n`);
  }

  private async untilReady(): Promise<void> {
    const deadline = performance.now() + START_PATIENCE_MS;
    while (performance.now() < deadline) {
      if (this.process?.exitCode !== null) break;
      if (await answersBolt(this.ports.bolt)) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const log = await readFile(join(this.home, "console.log"), "utf8").catch(() => "");
    await this.dispose();
    throw new Error(`Neo4j did not start:\n${log.split("\n").slice(-15).join("\n")}`);
  }
}

/** Neo4j Browser on the loopback address, without its reports of use to the makers. */
function browserSettings(port: number): string[] {
  return [`server.http.listen_address=127.0.0.1:${port}`, "client.allow_telemetry=false"];
}

async function jarFolders(maven: string, options: ServerOptions): Promise<JarFolders> {
  const server = await neo4jJars(maven);
  const browser = options.browser ? [await browserJars(maven)] : [];
  if (!options.dataScience) return { server, further: browser };
  const { plugins, libraries } = await dataScienceJars(maven, server);
  return { server, further: [...browser, plugins, libraries], plugins };
}

/**
 * A free port that stays ours while the server is down: below the range that systems hand to outgoing connections, where
 * a driver trying the dead server again, or any other program, could be given the very port.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function answersBolt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 2000 }, () => socket.write(HANDSHAKE));
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("data", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}
