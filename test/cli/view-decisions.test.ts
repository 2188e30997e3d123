/** What readers of the viewer decide: it is in decisions.yaml and in the rebuilt case, and can be taken back. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { buildCase } from "../../src/build/index.ts";
import { openCase } from "../../src/case/index.ts";
import { caseDecisions } from "../../src/cli/view-decisions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const folder = join(root, "case");
const texts = {
  one: "Le 3 mars 2021, les Faucons du Couchant ont tiré dix roquettes sur la base d'Aïn al-Assad.",
  two: "Le 5 mars 2021, Kataëb Hezbollah a tiré des roquettes sur l'aéroport d'Erbil.",
};
for (const [name, text] of Object.entries(texts)) await writeFile(join(root, `${name}.txt`), text);
const paths = Object.keys(texts).map((name) => join(root, `${name}.txt`));
await buildCase(paths, { caseFolder: folder, packs: ["levant"] });

let shown = 0;
const keeper = caseDecisions(folder, async () => void shown++);
const records = async () => (await openCase(folder)).records;
const written = () => readFile(join(folder, "decisions.yaml"), "utf8");
/** Who fired on the third of March. */
const authors = async () =>
  (await records()).events.filter(({ time }) => time?.start === "2021-03-03").flatMap(({ agent }) => agent);

test("a name that the reports give a known actor is read as that actor, and undo takes it back", async () => {
  const before = await records();
  expect(await authors()).not.toContain("kataib-hezbollah");
  await keeper.decide({ decide: "alias", entity: "kataib-hezbollah", name: "Faucons du Couchant" });
  expect(await authors()).toEqual(["kataib-hezbollah"]);
  expect(await written()).toContain("Faucons du Couchant");
  expect(await keeper.undo()).toBe(true);
  expect((await records()).events).toEqual(before.events);
  expect((await records()).entities).toEqual(before.entities);
  expect(shown).toBe(2);
  expect(await keeper.undo()).toBe(false);
});

test("words can be made an actor that no pack knows", async () => {
  await keeper.decide({ decide: "add-entity", name: "Faucons du Couchant", type: "ArmedGroup" });
  const [author] = await authors();
  const added = (await records()).entities.find(({ id }) => id === author);
  expect(added).toMatchObject({ name: "Faucons du Couchant", type: "ArmedGroup" });
  expect(added?.proposed ?? false).toBe(false);
});

test("only reports that a name can be in are read anew", async () => {
  const options = { caseFolder: folder, packs: ["levant"] };
  await writeFile(join(folder, "decisions.yaml"), "");
  await buildCase(paths, options);
  await writeFile(
    join(folder, "decisions.yaml"),
    "- decide: alias\n  entity: kataib-hezbollah\n  name: Faucons du Couchant\n",
  );
  expect((await buildCase(paths, options)).fromCache).toBe(1);
  await writeFile(join(folder, "decisions.yaml"), "");
});

test("what names nothing of the case, or says nothing, is refused and written nowhere", async () => {
  await writeFile(join(folder, "decisions.yaml"), "# mine\n");
  for (const [decision, code] of [
    [{ decide: "rename", entity: "nobody", name: "Somebody" }, "decision/unknown-id"],
    [{ decide: "reject", claim: "c:nothing" }, "decision/unknown-id"],
    [{ decide: "alias", entity: "kataib-hezbollah", name: " " }, "decision/bad-field"],
    [{ decide: "add-entity", name: "X Front", type: "Weather" }, "decision/bad-field"],
    ["merge all", "decision/bad-field"],
  ] as const)
    await expect(keeper.decide(decision)).rejects.toMatchObject({ code });
  expect(await written()).toBe("# mine\n");
});

test("undo leaves alone what somebody wrote since", async () => {
  await keeper.decide({ decide: "rename", entity: "kataib-hezbollah", name: "KH" });
  const mine = `${await written()}- decide: confirm\n  id: kataib-hezbollah\n`;
  await writeFile(join(folder, "decisions.yaml"), mine);
  await expect(keeper.undo()).rejects.toMatchObject({ code: "decision/conflict" });
  expect(await written()).toBe(mine);
});
