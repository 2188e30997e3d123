import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { KeptValues, keptPacks } from "../../src/build/kept-values.ts";
import { loadPacks, type PackSet } from "../../src/packs/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const caseFolder = join(root, "case");
const pack = join(root, "own");
const foundation = join(root, "foundation");
const nameBase = (folder: string, name: string): Promise<void> =>
  writeFile(
    join(folder, "bases.yaml"),
    `- theme: Bases\n  type: Base\n  entities:\n    - { id: ${name}, names: { fr: ${name}, en: ${name} } }\n`,
  );
for (const [folder, buildsOn] of [
  [pack, "[../foundation]"],
  [foundation, "[]"],
] as const) {
  await mkdir(folder);
  await writeFile(join(folder, "pack.yaml"), `title: { fr: essai, en: trial }\nbuildsOn: ${buildsOn}\n`);
}
await nameBase(pack, "camp-one");
await nameBase(foundation, "camp-two");

/** The packs as one build sees them. */
async function packsOfBuild(): Promise<PackSet> {
  const kept = new KeptValues(caseFolder);
  const packs = keptPacks([pack], kept.keep);
  await kept.forgetOthers();
  return packs;
}

test("packs are kept as they were read, until a file of theirs or of their foundations changes", async () => {
  const first = await packsOfBuild();
  expect(first).toEqual(loadPacks([pack]));
  expect(await packsOfBuild()).toEqual(first);
  for (const [folder, name] of [
    [pack, "camp-three"],
    [foundation, "camp-four"],
  ] as const) {
    await nameBase(folder, name);
    const changed = await packsOfBuild();
    expect(changed).toEqual(loadPacks([pack]));
    expect(changed.byId.has(name)).toBe(true);
  }
  const folder = join(caseFolder, "cache", "knowledge");
  const files = await Promise.all(
    (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
  );
  expect(files.join("").trimEnd().split("\n")).toHaveLength(1);
});

test("a value is made once, kept by its name and key, and forgotten when no build asks for it", async () => {
  const made: string[] = [];
  const ask = async (...keys: readonly string[]): Promise<void> => {
    const kept = new KeptValues(join(root, "other"));
    for (const key of keys) {
      const value = kept.keep("letters", key, () => {
        made.push(key);
        return { key };
      });
      expect([value(), value()]).toEqual([{ key }, { key }]);
    }
    await kept.forgetOthers();
  };
  await ask("a", "b");
  await ask("a");
  expect(made).toEqual(["a", "b"]);
  await ask("b");
  expect(made).toEqual(["a", "b", "b"]);
});
