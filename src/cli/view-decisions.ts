import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openCase, replaceFile, withLock } from "../case/index.ts";
import {
  decisionSchema,
  type DecisionContent,
  formatDecisions,
  parseDecisions,
} from "../resolution/index.ts";
import { RiposteError } from "../shared/index.ts";
import type { DecisionKeeper } from "../viewer/index.ts";

/**
 * Keeps what readers of the viewer decide: each decision goes to the end of decisions.yaml, then the case is rebuilt
 * from its own reports, so that the page shows the outcome at once. Undo takes back what this viewer wrote, last first.
 * @param show  called when the rebuilt case is on disk
 */
export function caseDecisions(folder: string, show: () => Promise<void>): DecisionKeeper {
  const file = join(folder, "decisions.yaml");
  const made: string[] = [];
  const read = async () => parseDecisions(await readFile(file, "utf8").catch(() => ""), file);
  const change = async (edit: (decisions: DecisionContent[]) => DecisionContent[]) => {
    await withLock(folder, async () => {
      const before = (await read()).map(({ place: _place, ...decision }) => decision);
      await replaceFile(file, formatDecisions(edit(before)));
    });
    await rebuild(folder);
    await show();
  };
  return {
    async decide(given) {
      const parsed = decisionSchema.safeParse(given);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new RiposteError("decision/bad-field", `${issue?.path.join(".")}: ${issue?.message}`);
      }
      await change((decisions) => [...decisions, parsed.data]);
      made.push(JSON.stringify(parsed.data));
    },
    async undo() {
      const last = made.pop();
      if (last === undefined) return false;
      await change((decisions) => {
        const at = decisions.map((decision) => JSON.stringify(decision)).lastIndexOf(last);
        return at < 0 ? decisions : decisions.toSpliced(at, 1);
      });
      return true;
    },
  };
}

/** The reports of a case are in the case: what it was built from need not be there any more. */
export async function rebuild(folder: string): Promise<void> {
  const { manifest } = await openCase(folder);
  // Loaded here: the stages bring models and packs that looking at a case does not need.
  const { buildCase } = await import("../build/index.ts");
  await buildCase([join(folder, "documents.jsonl")], { caseFolder: folder, packs: manifest.packs });
}
