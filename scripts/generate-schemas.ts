/** Writes the JSON Schema of each case file to docs/schemas: `npm run schemas`. A test fails when they are out of date. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { caseJsonSchemas } from "../src/ontology/index.ts";
import { packagePath } from "../src/shared/index.ts";

const folder = packagePath("docs/schemas");
await mkdir(folder, { recursive: true });
for (const [file, schema] of Object.entries(caseJsonSchemas())) {
  await writeFile(
    join(folder, file.replace(/\.jsonl$/, ".schema.json")),
    `${JSON.stringify(schema, null, 2)}\n`,
  );
}
