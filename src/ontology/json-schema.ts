import { z } from "zod";
import { CASE_FILES } from "./records.ts";

/** JSON Schema (draft 2020-12) of one line of each case file, by file name. */
export function caseJsonSchemas(): Record<keyof typeof CASE_FILES, object> {
  return Object.fromEntries(
    Object.entries(CASE_FILES).map(([file, schema]) => [file, z.toJSONSchema(schema)]),
  ) as Record<keyof typeof CASE_FILES, object>;
}
