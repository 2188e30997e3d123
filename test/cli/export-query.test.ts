/** `riposte export` and `riposte query` on a small case. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { EXIT } from "../../src/shared/index.ts";
import { parseCsv } from "../support/read-exports.ts";
import { runCommand } from "../support/run-command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const reports = join(root, "reports");
const caseFolder = join(root, "case");
await mkdir(reports);
await writeFile(
  join(reports, "one.md"),
  "---\npublisher: Dépêche\npublished: 2021-06-29\nlanguage: fr\n---\n" +
    "Lundi 28 juin, les forces américaines ont frappé le Kataëb Hezbollah à Abou Kamal.\n",
);
await runCommand("build", reports, "--case", caseFolder);

test.each([
  ["graphology", "graph.json"],
  ["gexf", "graph.gexf"],
  ["graphml", "graph.graphml"],
  ["csv", "csv/nodes.csv"],
  ["neo4j-admin", "import/import.sh"],
  ["cypher", "graph.cypher"],
  ["neo4j-style", "riposte.grass"],
])("export --to %s writes %s and says how much", async (format, file) => {
  const target = join(root, file.split("/")[0] ?? "");
  const { code, out } = await runCommand("export", caseFolder, "--to", format, "--out", target);
  expect(code).toBe(EXIT.ok);
  expect(out).toContain(target);
  expect(existsSync(join(root, file))).toBe(true);
});

test("export to standard output writes nothing else there; a view keeps its edges only", async () => {
  const whole = JSON.parse((await runCommand("export", caseFolder, "--to", "graphology", "--out", "-")).out);
  const args = ["export", caseFolder, "--to", "graphology", "--out", "-", "--view", "provenance"];
  const view = JSON.parse((await runCommand(...args)).out);
  expect(view.edges.length).toBeGreaterThan(0);
  expect(view.edges.length).toBeLessThan(whole.edges.length);
  for (const edge of view.edges) expect(edge.attributes.kind).toBe("provenance");
});

test("two exports have the same bytes", async () => {
  for (const name of ["a", "b"])
    await runCommand("export", caseFolder, "--to", "gexf", "--out", join(root, name));
  expect(await readFile(join(root, "a"), "utf8")).toBe(await readFile(join(root, "b"), "utf8"));
});

test.each([
  [["--to", "word"], EXIT.usage, "usage/bad-value"],
  [["--to", "csv", "--out", "-"], EXIT.usage, "usage/bad-value"],
  [["--to", "gexf", "--view", "nothing"], EXIT.usage, "usage/bad-value"],
  [["--to", "gexf", "--min-confidence", "2"], EXIT.usage, "usage/bad-value"],
  [["--to", "neo4j", "--uri", "http://127.0.0.1"], EXIT.usage, "usage/bad-value"],
  [["--to", "neo4j", "--uri", "bolt://127.0.0.1:9"], EXIT.service, "sink/unreachable"],
])("export %j ends with %i and %s", async (args, exit, code) => {
  const result = await runCommand("export", caseFolder, ...args);
  expect(result.code).toBe(exit);
  expect(result.err).toContain(code);
});

test("query prints a table, JSON and CSV with the same rows", async () => {
  const query = "MATCH (d:Document) RETURN d.publisher AS publisher, d.date AS date";
  const table = await runCommand("query", caseFolder, query);
  expect(table.out.split("\n").slice(0, 3)).toEqual([
    "publisher  date",
    "─────────  ──────────",
    "Dépêche    2021-06-29",
  ]);
  const json = await runCommand("query", caseFolder, query, "--format", "json");
  expect(JSON.parse(json.out)).toEqual([{ publisher: "Dépêche", date: "2021-06-29" }]);
  const csv = await runCommand("query", caseFolder, query, "--format", "csv");
  expect(parseCsv(csv.out.replaceAll("\n", "\r\n"))).toEqual([{ publisher: "Dépêche", date: "2021-06-29" }]);
});

test("parameters, saved queries and the plan", async () => {
  const args = [
    "query",
    caseFolder,
    "RETURN $n + 1 AS n, $who AS who",
    "--param",
    "n=2",
    "who=x",
    "--format",
    "json",
  ];
  expect(JSON.parse((await runCommand(...args)).out)).toEqual([{ n: 3, who: "x" }]);
  const saved = await runCommand(
    "query",
    caseFolder,
    "--saved",
    "attacks-by-month",
    "--param",
    "minConfidence=0",
  );
  expect(saved).toMatchObject({ code: EXIT.ok, out: expect.stringContaining("2021-06") });
  expect((await runCommand("query", "--list")).out).toContain("reply-chains");
  expect((await runCommand("query", caseFolder, "MATCH (n:Base) RETURN n", "--explain")).out).toContain(
    "Scan",
  );
});

test.each([
  [["MATCH (n) DELETE n"], EXIT.usage, "query/refused"],
  [["MATCH (n:A|B) RETURN n"], EXIT.usage, "query/not-portable"],
  [["MATCH (n RETURN n"], EXIT.usage, "query/bad-syntax"],
  [["RETURN 1", "--engine", "sqlite"], EXIT.usage, "usage/bad-value"],
  [["RETURN 1", "--param", "x"], EXIT.usage, "usage/bad-value"],
  [["RETURN 1", "--format", "xml"], EXIT.usage, "usage/bad-value"],
  [["RETURN 1", "--limit", "-1"], EXIT.usage, "usage/bad-value"],
  [["--saved", "nothing-like-it"], EXIT.usage, "query/unknown-saved"],
  [[], EXIT.usage, "usage/missing-argument"],
])("query %j ends with %i and %s", async (args, exit, code) => {
  const result = await runCommand("query", caseFolder, ...args);
  expect(result.code).toBe(exit);
  expect(result.err).toContain(code);
});

test("a slip in a name is a note beside an empty answer", async () => {
  const { code, err } = await runCommand("query", caseFolder, "MATCH (n:Evnt) RETURN n");
  expect(code).toBe(EXIT.ok);
  expect(err).toContain("did you mean Event?");
});
