import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { buildCase } from "../../src/build/index.ts";
import { openCase } from "../../src/case/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { ACTION_TYPES } from "../../src/ontology/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const corpus = packagePath("graph-data/corpus/levant");
const packs = ["levant"];
const reports = (await readdir(corpus)).filter((name) => name.endsWith(".md")).sort();

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => /\.jsonl?$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])),
  );
}

/** A folder with copies of some reports of the corpus. */
async function folderOf(name: string, files: readonly string[]): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  for (const file of files) await copyFile(join(corpus, file), join(folder, file));
  return folder;
}

const first = join(root, "first");
const built = await buildCase([corpus], { caseFolder: first, packs });
const { records } = built;

describe("a case of the demonstration corpus", () => {
  test("holds every report, claims of both kinds, and events told by several reports", () => {
    expect(records.documents).toHaveLength(reports.length);
    expect(records.claims.length).toBeGreaterThan(5 * reports.length);
    expect(records.events.some((event) => event.documents.length > 1)).toBe(true);
    expect(built.manifest.synthetic).toBe(true);
  });

  test("every claim's evidence is a slice of its document", () => {
    const texts = new Map(records.documents.map((doc) => [doc.id, doc.text]));
    for (const { document, evidence, mentions } of records.claims) {
      const text = texts.get(document) ?? "";
      expect(evidence.text).toBe(text.slice(evidence.start, evidence.end));
      expect(evidence.text.trim()).not.toBe("");
      for (const { start, end } of mentions) expect(text.slice(start, end).trim()).not.toBe("");
    }
  });

  test("events partition the action claims", () => {
    const inEvents = records.events.flatMap((event) => event.claims).sort();
    const actions = records.claims.filter((claim) => (ACTION_TYPES as string[]).includes(claim.type));
    expect(inEvents).toEqual(actions.map((claim) => claim.id).sort());
  });

  test("every edge names its claims, but for standing facts and bylines", () => {
    const graph = buildGraph(records);
    const ids = new Set(records.claims.map((claim) => claim.id));
    for (const edge of graph.edges) {
      if (edge.kind !== "standing" && edge.type !== "PUBLISHED_BY")
        expect(edge.claims.length).toBeGreaterThan(0);
      for (const id of edge.claims) expect(ids.has(id)).toBe(true);
    }
  });

  test("every entity that a claim names is there", () => {
    const ids = new Set(records.entities.map((entity) => entity.id));
    for (const claim of records.claims)
      for (const { entity } of claim.mentions) expect(ids.has(entity)).toBe(true);
  });

  test("opens as it was built", async () => {
    expect((await openCase(first)).records).toEqual(JSON.parse(JSON.stringify(records)));
  });
});

describe("the same input gives the same bytes", () => {
  test("built again, from the cache", async () => {
    const before = await bytesOf(first);
    const again = await buildCase([corpus], { caseFolder: first, packs });
    expect(again.fromCache).toBe(reports.length);
    expect(await bytesOf(first)).toEqual(before);
  });

  test("built elsewhere, with the reports named one by one in another order", async () => {
    const folder = join(root, "shuffled");
    const shuffled = reports
      .map((name) => join(corpus, name))
      .sort((a, b) => (a.length % 7) - (b.length % 7) || (a < b ? 1 : -1));
    await buildCase(shuffled, { caseFolder: folder, packs });
    expect(await bytesOf(folder)).toEqual(await bytesOf(first));
  });
});

describe("a change re-reads only what changed", () => {
  test("one report edited, one added", async () => {
    const files = reports.slice(0, 6);
    const input = await folderOf("input", files.slice(0, 5));
    const folder = join(root, "changing");
    await buildCase([input], { caseFolder: folder, packs });
    const edited = join(input, files[0] ?? "");
    await writeFile(edited, `${await readFile(edited, "utf8")}\nLe porte-parole a démenti toute perte.\n`);
    await folderOf("input", [files[5] ?? ""]);
    const again = await buildCase([input], { caseFolder: folder, packs });
    expect([again.fromCache, again.records.documents.length]).toEqual([4, 6]);
  });

  test("a report in a language that is not read is listed, and the others are kept", async () => {
    const input = await folderOf("languages", reports.slice(0, 1));
    await writeFile(
      join(input, "finnish.txt"),
      "Raketit iskivät tukikohtaan maanantaina. Armeija vahvisti hyökkäyksen eikä kertonut uhreista mitään. Ryhmä otti vastuun teosta.",
    );
    const result = await buildCase([input], { caseFolder: join(root, "languages-case"), packs });
    expect(result.records.documents).toHaveLength(1);
    expect(result.skipped).toEqual([expect.objectContaining({ code: "language/unsupported" })]);
  });
});

test("a build that is stopped leaves the case as it was", async () => {
  const before = await bytesOf(first);
  const controller = new AbortController();
  const stopped = buildCase([await folderOf("few", reports.slice(0, 4))], {
    caseFolder: first,
    packs,
    signal: controller.signal,
    onProgress: ({ phase, done }) => phase === "extracting" && done === 2 && controller.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ code: "run/interrupted" });
  expect(await bytesOf(first)).toEqual(before);
});
