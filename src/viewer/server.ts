/** The viewer's server: loopback only, read-only but for decisions, which need the page's own token. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { RiposteError, sha256 } from "../shared/index.ts";
import { payloadParts, readAssets, renderPage } from "./page.ts";
import type { ViewerPayload } from "./payload.ts";

const HOST = "127.0.0.1";
/** A decision is a few names; more is no decision. */
const LARGEST_BODY = 64 * 1024;

/** Who keeps what readers decide. Implementations write decisions.yaml and rebuild the case. */
export interface DecisionKeeper {
  /** @throws {RiposteError} where the decision is malformed or names an unknown id */
  decide(decision: unknown): Promise<void>;
  /** Takes the latest decision of this viewer back; false where there is none. */
  undo(): Promise<boolean>;
}

export interface ServeOptions {
  readonly payload: ViewerPayload;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly decisions?: DecisionKeeper;
  readonly probe?: boolean;
}

export interface RunningViewer {
  readonly url: string;
  /** Shows another state of the case; open pages reload its data. */
  update(payload: ViewerPayload): void;
  close(): Promise<void>;
}

/**
 * Serves one case until closed.
 * @throws {RiposteError} `view/port-in-use`, `view/not-built`
 */
export async function serveViewer(options: ServeOptions): Promise<RunningViewer> {
  const assets = readAssets();
  const token = randomBytes(18).toString("base64url");
  const listeners = new Set<ServerResponse>();
  let shown = prepare(options.payload);
  const page = () =>
    renderPage(assets, {
      title: shown.title,
      version: shown.version,
      ...(options.decisions && { token }),
      ...(options.probe && { probe: true }),
    });

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      const known = error instanceof RiposteError;
      send(
        response,
        known ? 400 : 500,
        "application/json",
        JSON.stringify({ code: known ? error.code : "internal", message: known ? error.message : "failed" }),
      );
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Another site can make a browser call this address under its own name; only the loopback names are answered.
    if (!isOwnHost(request)) return send(response, 403, "text/plain", "wrong host");
    const path = new URL(request.url ?? "/", `http://${HOST}`).pathname;
    if (request.method === "POST") return decide(path, request, response);
    if (request.method !== "GET") return send(response, 405, "text/plain", "read only");
    if (path === "/") return send(response, 200, "text/html; charset=utf-8", page());
    if (path === "/events") return listen(response);
    const part = /^\/data\/([a-z]+(?:-\d+)?)\.json$/.exec(path)?.[1];
    const body = part === undefined ? undefined : shown.parts.get(part);
    if (body === undefined) return send(response, 404, "text/plain", "not found");
    response.writeHead(200, { ...HEADERS, "content-type": "application/json", "content-encoding": "gzip" });
    response.end(body);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream" });
    response.write(`data: ${shown.version}\n\n`);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  async function decide(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { decisions } = options;
    if (!decisions) return send(response, 404, "text/plain", "read only");
    const origin = request.headers.origin;
    const allowed =
      hasToken(request, token) && (origin === undefined || isLoopback(new URL(origin).hostname));
    if (!allowed) return send(response, 403, "text/plain", "this page may not decide");
    if (path === "/undo") {
      const done = await decisions.undo();
      return send(response, 200, "application/json", JSON.stringify({ done }));
    }
    if (path !== "/decide") return send(response, 404, "text/plain", "not found");
    await decisions.decide(parseDecision(await bodyOf(request)));
    return send(response, 200, "application/json", JSON.stringify({ done: true }));
  }

  const port = await start(server, options.port ?? 0);
  return {
    url: `http://${HOST}:${port}/`,
    update(payload) {
      shown = prepare(payload);
      for (const listener of listeners) listener.write(`data: ${shown.version}\n\n`);
    },
    async close() {
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Prepared {
  readonly title: string;
  readonly version: string;
  readonly parts: ReadonlyMap<string, Buffer>;
}

function prepare(payload: ViewerPayload): Prepared {
  const parts = payloadParts(payload);
  return {
    title: payload.graph.title,
    version: sha256([...parts.values()].join("\n")).slice(0, 12),
    parts: new Map([...parts].map(([name, json]) => [name, gzipSync(json)])),
  };
}

const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
} as const;

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, "content-type": type, "x-frame-options": "DENY" });
  response.end(body);
}

const isLoopback = (name: string) => name === HOST || name === "localhost" || name === "[::1]";

function isOwnHost(request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  return isLoopback(host.replace(/:\d+$/, ""));
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers["x-riposte-token"] ?? ""));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new RiposteError("decision/bad-field", "the decision is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseDecision(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RiposteError("decision/bad-field", "the decision is no JSON", { cause: error });
  }
}

function start(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const busy = error.code === "EADDRINUSE";
      reject(
        busy
          ? new RiposteError("view/port-in-use", `port ${port} is taken; choose another with --port`, {
              cause: error,
            })
          : error,
      );
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
