import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { csv, type FileFormat, fileSink, gexf, graphml, graphologyJson } from "../../src/export/index.ts";
import { escapeXml, escapeXmlId } from "../../src/export/xml.ts";
import { graphSinkContract } from "../contracts/graph-sink.ts";
import { parseCsv, readCsv, readGexf, readGraphml, readGraphologyJson } from "../support/read-exports.ts";
import { hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
let folders = 0;
/** A path of its own below the test file's folder. */
const freshPath = (name: string): string => join(root, String(folders++), name);

const READERS = { graphology: readGraphologyJson, gexf: readGexf, graphml: readGraphml };
const FORMATS: Readonly<Record<keyof typeof READERS, FileFormat>> = {
  graphology: graphologyJson,
  gexf: gexf(),
  graphml: graphml(),
};

/** What XML can hold of a text, said in other words than the writer's. */
const inXml = (text: string): string =>
  Array.from(text)
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      const held =
        point === 9 ||
        point === 10 ||
        point === 13 ||
        (point >= 0x20 && point < 0xd800) ||
        (point >= 0xe000 && point <= 0xfffd) ||
        point >= 0x10000;
      return held ? character : "\ufffd";
    })
    .join("");

const unescapeXml = (text: string): string =>
  text.replace(/&(#?\w+);/g, (_, name: string) =>
    name.startsWith("#")
      ? String.fromCodePoint(Number(name.slice(1)))
      : ({ amp: "&", lt: "<", gt: ">", quot: '"' }[name] ?? ""),
  );

for (const [name, format] of Object.entries(FORMATS) as [keyof typeof READERS, FileFormat][]) {
  graphSinkContract(name, async () => {
    const path = freshPath("graph");
    return {
      sink: fileSink(path, format),
      read: async () => READERS[name](await readFile(path, "utf8")),
      ...(name !== "graphology" && { storedId: (id) => unescapeXml(escapeXmlId(id)), storedText: inXml }),
    };
  });
}

const inCsv = (text: string) => `${/^[=+\-@\t\r\n]/.test(text) ? "'" : ""}${text.toWellFormed()}`;

graphSinkContract("csv", async () => {
  const folder = freshPath("graph");
  return {
    sink: fileSink(folder, csv),
    read: async () =>
      readCsv(
        await readFile(join(folder, "nodes.csv"), "utf8"),
        await readFile(join(folder, "edges.csv"), "utf8"),
      ),
    storedId: inCsv,
    storedText: inCsv,
  };
});

describe("file sinks", () => {
  test("an error midway leaves the earlier file and no temporary one", async () => {
    const path = freshPath("graph.gexf");
    const folder = dirname(path);
    await mkdir(folder);
    await writeFile(path, "earlier");
    const failing = {
      nodes: {
        *[Symbol.iterator]() {
          yield* syntheticEventGraph({ nodes: 3, edges: 0 }).nodes;
          throw new Error("out of rows");
        },
      },
      edges: [],
    };
    await expect(fileSink(path, gexf()).write(failing)).rejects.toThrow("out of rows");
    expect(await readFile(path, "utf8")).toBe("earlier");
    expect(await readdir(folder)).toEqual(["graph.gexf"]);
  });

  test("a file where a folder is needed is a one-line error", async () => {
    const file = join(root, "file");
    await writeFile(file, "");
    await expect(
      fileSink(join(file, "graph.json"), graphologyJson).write(hostileGraph()),
    ).rejects.toMatchObject({
      code: "sink/unwritable",
      message: expect.not.stringContaining("\n"),
    });
  });

  test("positions are written where they are known", () => {
    const graph = syntheticEventGraph({ nodes: 2, edges: 0 });
    const positions = new Map([["n0000000", { x: 1.5, y: -2 }]]);
    const [file] = gexf({ positions })(graph);
    expect([...(file?.chunks ?? [])].join("").match(/<viz:position[^>]*>/g)).toEqual([
      '<viz:position x="1.5" y="-2" z="0"/>',
    ]);
  });
});

describe("escaping", () => {
  test("any text comes back from XML as far as XML can hold it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unescapeXml(escapeXml(text))).toBe(inXml(text));
      }),
    );
  });

  test("two ids stay two", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        fc.pre(a !== b);
        expect(escapeXmlId(a)).not.toBe(escapeXmlId(b));
      }),
    );
    expect(escapeXmlId("a\u0001")).not.toBe(escapeXmlId("a\u0002"));
  });

  test("no text cell of a CSV file starts as a formula", () => {
    const [nodes, edges] = csv(hostileGraph());
    for (const file of [nodes, edges]) {
      for (const row of parseCsv([...(file?.chunks ?? [])].join(""))) {
        for (const [column, value] of Object.entries(row)) {
          if (column === "longitude" || column === "latitude") continue;
          expect(value).not.toMatch(/^[=+\-@\t\r]/);
        }
      }
    }
  });
});
