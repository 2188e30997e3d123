/** Saves changing cases into the folder given as argument until it is killed. */
import { CASE_FORMAT, saveCase } from "../../src/case/index.ts";
import { smallRecords } from "../support/records.ts";

const folder = process.argv[2] ?? "";
process.stdout.write("saving\n");
for (let n = 1; ; n++) {
  const records = smallRecords();
  const copies = (n % 40) + 1;
  const [document] = records.documents;
  const [relation] = records.relations;
  if (!document || !relation) throw new Error("the sample records lack a document or a relation");
  await saveCase(
    folder,
    {
      ...records,
      documents: Array.from({ length: copies }, (_, i) => ({ ...document, id: `${document.id}-${i}` })),
      relations: Array.from({ length: copies }, (_, i) => ({ ...relation, id: `${relation.id}-${i}` })),
    },
    {
      format: CASE_FORMAT,
      riposte: "0.0.0",
      packs: [],
      extractor: { name: "frames", version: "1" },
      inputs: {},
      skipped: [],
      notices: [],
      synthetic: false,
    },
  );
}
