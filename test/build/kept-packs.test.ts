import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { packsOf } from "../../src/build/kept-packs.ts";
import { loadPacks } from "../../src/packs/index.ts";
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

test("packs are kept as they were read, until a file of theirs or of their foundations changes", async () => {
  const first = await packsOf([pack], caseFolder);
  expect(first).toEqual(loadPacks([pack]));
  expect(await packsOf([pack], caseFolder)).toEqual(first);
  for (const [folder, name] of [
    [pack, "camp-three"],
    [foundation, "camp-four"],
  ] as const) {
    await nameBase(folder, name);
    const changed = await packsOf([pack], caseFolder);
    expect(changed).toEqual(loadPacks([pack]));
    expect(changed.byId.has(name)).toBe(true);
  }
  expect(await readdir(join(caseFolder, "cache", "packs"))).toHaveLength(1);
});
