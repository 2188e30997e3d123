import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { readReports } from "../../src/documents/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
let counter = 0;

/** Writes files into a folder of their own and gives its path. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(root, String(counter++));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

const FRENCH =
  "Des roquettes ont été tirées sur la base, a déclaré l’armée.\nAucune victime n’a été signalée à l’hôpital.";

describe("formats", () => {
  test("front matter gives the metadata, and the rest is the text", async () => {
    const folder = await folderWith({
      "a.md": `---\nid: alpha\ntitle: "Tirs"\nlanguage: fr\npublisher: Dépêche\npublished: 2021-06-29T10:30:00+03:00\n---\n\n${FRENCH}\n`,
    });
    const { documents } = await readReports([folder]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      id: "alpha",
      title: "Tirs",
      language: "fr",
      publisher: "Dépêche",
      published: "2021-06-29T10:30:00+03:00",
      publishedFrom: "metadata",
      text: FRENCH,
    });
  });

  test("JSON Lines give one report a line, and a bad line is skipped with its number", async () => {
    const folder = await folderWith({
      "x.jsonl": `${JSON.stringify({ id: "one", text: "First report." })}\n{broken\n${JSON.stringify({ text: "Second." })}\n{"id": 3}\n`,
    });
    const { documents, skipped } = await readReports([folder]);
    expect(documents.map((doc) => doc.id)).toEqual(["one", "x-3"]);
    expect(skipped.map((item) => [item.name.replace(/^.*[\\/]/, ""), item.code])).toEqual([
      ["x.jsonl:2", "input/bad-record"],
      ["x.jsonl:4", "input/bad-record"],
    ]);
  });

  test("standard input is a report", async () => {
    const { documents } = await readReports(["-"], async () => Buffer.from(FRENCH));
    expect(documents[0]).toMatchObject({ id: "stdin", text: FRENCH });
  });

  test("files named twice and in any order are read once, sorted by id", async () => {
    const folder = await folderWith({ "b.txt": "Bravo struck.", "a.txt": "Alpha struck." });
    const forward = await readReports([join(folder, "b.txt"), folder, join(folder, "a.txt")]);
    const backward = await readReports([join(folder, "a.txt"), join(folder, "b.txt")]);
    expect(forward).toEqual(backward);
    expect(forward.documents.map((doc) => doc.id)).toEqual(["a", "b"]);
  });

  test("two reports of one name keep apart by their folder", async () => {
    const folder = await folderWith({ "north/001.txt": "Alpha struck.", "south/001.txt": "Bravo struck." });
    const { documents } = await readReports([folder]);
    expect(documents.map((doc) => doc.id)).toEqual(["north-001", "south-001"]);
  });
});

describe("encodings", () => {
  test.each(["windows-1252", "utf-16le", "utf-8"])("%s is found", async (encoding) => {
    const bytes = iconv.encode(FRENCH.repeat(5), encoding, { addBOM: encoding === "utf-16le" });
    const { documents } = await readReports([await folderWith({ "a.txt": bytes })]);
    expect(documents[0]?.text).toBe(FRENCH.repeat(5));
  });

  test("line ends, byte-order marks, decomposed accents and control characters are made one", async () => {
    const folder = await folderWith({ "a.txt": "\uFEFFE\u0301te\u0301\r\nsec\u0007\u0000\r\n" });
    await expect(readReports([folder])).rejects.toMatchObject({ code: "input/nothing-to-read" });
    const clean = await folderWith({ "a.txt": "\uFEFFE\u0301te\u0301\r\nsec\r\n" });
    expect((await readReports([clean])).documents[0]?.text).toBe("Été\nsec");
  });
});

describe("bad input is skipped with its reason, and the others are read", () => {
  test.each([
    ["empty.txt", "", "input/empty"],
    ["blank.txt", "  \n\n", "input/empty"],
    ["picture.txt", Uint8Array.from({ length: 400 }, (_, i) => i % 7), "input/binary"],
    ["matter.md", "---\ntitle: [unclosed\n---\nText.", "input/bad-record"],
    ["nothing.md", "---\ntitle: Only a title\n---\n", "input/empty"],
  ])("%s", async (name, content, code) => {
    const folder = await folderWith({ [name]: content, "good.txt": "Alpha struck." });
    const { documents, skipped } = await readReports([folder]);
    expect(documents.map((doc) => doc.id)).toEqual(["good"]);
    expect(skipped).toEqual([expect.objectContaining({ code, name: expect.stringContaining(name) })]);
    expect(skipped[0]?.reason).not.toMatch(/\n/);
  });

  test("an enormous file is not even read", async () => {
    const folder = await folderWith({ "huge.txt": "x", "good.txt": "Alpha struck." });
    await truncate(join(folder, "huge.txt"), 50 * 1024 * 1024);
    const { skipped } = await readReports([folder]);
    expect(skipped).toEqual([expect.objectContaining({ code: "input/too-large" })]);
  });

  test("a path that does not exist ends the run", async () => {
    await expect(readReports([join(root, "nowhere")])).rejects.toMatchObject({ code: "input/missing" });
  });

  test("a folder without reports ends the run", async () => {
    const folder = await folderWith({ "notes.pdf": "x" });
    await expect(readReports([folder])).rejects.toMatchObject({ code: "input/nothing-to-read" });
  });
});
