import { spawn } from "node:child_process";
import { appendFile, chmod, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { CASE_FORMAT, ContentCache, openCase, saveCase, withLock } from "../../src/case/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { smallRecords } from "../support/records.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
let counter = 0;
const freshFolder = () => join(root, String(counter++));

const MANIFEST = {
  format: CASE_FORMAT,
  riposte: "0.0.0",
  packs: ["levant"],
  extractor: { name: "frames", version: "1" },
  inputs: {},
  skipped: [],
  notices: [],
  synthetic: false,
} as const;
const manifest = { ...MANIFEST, packs: [...MANIFEST.packs], skipped: [], notices: [] };

test("what is saved opens again, the same", async () => {
  const folder = freshFolder();
  await saveCase(folder, smallRecords(), manifest);
  const opened = await openCase(folder);
  expect(opened.records).toEqual(smallRecords());
  expect(opened.manifest.files["claims.jsonl"]?.lines).toBe(3);
});

test("saving twice gives the same bytes", async () => {
  const folder = freshFolder();
  await saveCase(folder, smallRecords(), manifest);
  const names = (await readdir(folder)).sort();
  const first = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  await saveCase(folder, smallRecords(), manifest);
  const second = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  expect(second).toEqual(first);
  expect(names).not.toContain(".lock");
});

describe("an interrupted save", () => {
  test("before its commit leaves the old case", async () => {
    const folder = freshFolder();
    await saveCase(folder, smallRecords(), manifest);
    await mkdir(join(folder, ".staging"));
    await writeFile(join(folder, ".staging", "claims.jsonl"), "half a li");
    expect((await openCase(folder)).records).toEqual(smallRecords());
    expect(await readdir(folder)).not.toContain(".staging");
  });

  test("after its commit is finished by whoever opens the case", async () => {
    const folder = freshFolder();
    await saveCase(folder, smallRecords(), manifest);
    const other = freshFolder();
    const changed = { ...smallRecords(), relations: [] };
    await saveCase(other, changed, manifest);
    // As left by a crash half way through moving the files: some are in place, the others wait in `.commit`.
    await rename(join(other, "claims.jsonl"), join(folder, "claims.jsonl"));
    await rename(other, join(folder, ".commit"));
    expect((await openCase(folder)).records).toEqual(changed);
    expect(await readdir(folder)).not.toContain(".commit");
  });

  test("by kill -9 at any moment leaves a case that opens", async () => {
    const folder = freshFolder();
    await saveCase(folder, smallRecords(), manifest);
    for (const delay of [0, 3, 10, 25, 60]) {
      const child = spawn(
        process.execPath,
        ["--import", "tsx", packagePath("test/case/save-forever.ts"), folder],
        {
          stdio: ["ignore", "pipe", "inherit"],
          cwd: packagePath("."),
        },
      );
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await new Promise((resolve) => setTimeout(resolve, delay));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const { records } = await openCase(folder);
      // Each save of the child has as many relations as documents: a mixture of two saves would show.
      expect(records.relations.length).toBe(records.documents.length);
    }
    await saveCase(folder, smallRecords(), manifest);
  });
});

describe("bad cases", () => {
  test("no case, no folder", async () => {
    await expect(openCase(join(root, "nowhere"))).rejects.toMatchObject({ code: "case/not-found" });
    await expect(openCase(root)).rejects.toMatchObject({ code: "case/not-found" });
  });

  test("a line edited by hand into nonsense is named with file and line", async () => {
    const folder = freshFolder();
    await saveCase(folder, smallRecords(), manifest);
    await appendFile(join(folder, "claims.jsonl"), '{"id": 7}\n');
    await expect(openCase(folder)).rejects.toMatchObject({
      code: "case/bad-record",
      message: expect.stringMatching(/claims\.jsonl:4: /),
    });
  });

  test("a file where the folder should be", async () => {
    const path = freshFolder();
    await writeFile(path, "I am a file");
    await expect(saveCase(path, smallRecords(), manifest)).rejects.toMatchObject({ code: "case/unwritable" });
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)("a folder that may not be written (not shown as root)", async () => {
    const folder = freshFolder();
    await mkdir(folder);
    await chmod(folder, 0o500);
    await expect(saveCase(folder, smallRecords(), manifest)).rejects.toMatchObject({
      code: "case/unwritable",
    });
  });

  test("a case that another process is writing", async () => {
    const folder = freshFolder();
    await mkdir(folder);
    await withLock(folder, async () => {
      await expect(saveCase(folder, smallRecords(), manifest)).rejects.toMatchObject({ code: "case/locked" });
    });
  });

  test("the lock of a process that is gone is taken over", async () => {
    const folder = freshFolder();
    await mkdir(folder);
    await writeFile(join(folder, ".lock"), "999999999");
    await saveCase(folder, smallRecords(), manifest);
    expect((await openCase(folder)).records.claims).toHaveLength(3);
  });
});

describe("a content cache", () => {
  const cacheIn = (folder: string) => new ContentCache<{ n: number }>(folder, "extraction");
  const fileOf = (folder: string) => join(folder, "cache", "extraction", "a.jsonl");

  test("forgets what is no longer used, and gives the last value of a key", async () => {
    const folder = freshFolder();
    const cache = cacheIn(folder);
    for (const [at, key] of ["a1", "a2", "b1", "a2"].entries()) cache.set(key, { n: at });
    expect([cache.get("a1"), cacheIn(folder).get("a2")]).toEqual([{ n: 0 }, { n: 3 }]);
    await cache.keepOnly(new Set(["a2", "b1"]));
    for (const each of [cache, cacheIn(folder)])
      expect(["a1", "a2", "b1"].map((key) => each.get(key))).toEqual([undefined, { n: 3 }, { n: 2 }]);
    expect(await readFile(fileOf(folder), "utf8")).toBe('a2 {"n":3}\n');
  });

  test("takes lines that were cut off or damaged for none, and goes on after them", async () => {
    const folder = freshFolder();
    cacheIn(folder).set("a1", { n: 1 });
    await writeFile(fileOf(folder), 'a0 {"n":\nnothing\na1 {"n":1}\na2 {"n"');
    const cache = cacheIn(folder);
    expect(["a0", "a1", "a2", "a3"].map((key) => cache.get(key))).toEqual([
      undefined,
      { n: 1 },
      undefined,
      undefined,
    ]);
    cache.set("a3", { n: 3 });
    expect(["a1", "a3"].map((key) => cacheIn(folder).get(key))).toEqual([{ n: 1 }, { n: 3 }]);
  });
});
