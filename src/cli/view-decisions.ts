import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openCase, replaceFile, withLock } from "../case/index.ts";
import {
  addDecisions,
  decisionSchema,
  type DecisionContent,
  dropLastDecisions,
  parseDecisions,
} from "../resolution/index.ts";
import { RiposteError } from "../shared/index.ts";
import type { DecisionKeeper } from "../viewer/index.ts";

/**
 * Keeps what readers of the viewer decide: each decision goes to the end of decisions.yaml, then the case is rebuilt
 * from its own reports, so that the page shows the outcome at once. Undo takes back what this viewer wrote, last first.
 * Where the rebuild fails the file is as it was before.
 * @param show  called when the rebuilt case is on disk
 */
export function caseDecisions(folder: string, show: () => Promise<void>): DecisionKeeper {
  const file = join(folder, "decisions.yaml");
  const made: string[] = [];
  const change = async (edit: (text: string) => string) => {
    const before = await readFile(file, "utf8").catch(() => "");
    await withLock(folder, () => replaceFile(file, edit(before)));
    try {
      await rebuild(folder);
    } catch (error) {
      await withLock(folder, () => replaceFile(file, before));
      throw error;
    }
    await show();
  };
  return {
    async decide(given) {
      const decision = parseDecision(given);
      await checkIds(folder, decision);
      await change((text) => addDecisions(text, [decision]));
      made.push(JSON.stringify(decision));
    },
    async undo() {
      const last = made.at(-1);
      if (last === undefined) return false;
      await change((text) => withoutLast(text, last, file));
      made.pop();
      return true;
    },
  };
}

function parseDecision(given: unknown): DecisionContent {
  const parsed = decisionSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RiposteError("decision/bad-field", `${issue?.path.join(".")}: ${issue?.message}`);
}

/** An older page can name what a rebuild has changed since. */
async function checkIds(folder: string, decision: DecisionContent): Promise<void> {
  const { entities, claims } = (await openCase(folder)).records;
  const known = new Set([...entities, ...claims].map(({ id }) => id));
  const named =
    "ids" in decision
      ? decision.ids
      : "claim" in decision
        ? [decision.claim]
        : "entity" in decision
          ? [decision.entity]
          : [];
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new RiposteError(
      "decision/unknown-id",
      `${unknown} is not in this case (any more); reload the page`,
    );
  if (decision.decide === "alias" && entities.find(({ id }) => id === decision.entity)?.proposed)
    throw new RiposteError(
      "decision/bad-field",
      `${decision.entity} was only read in reports; add it as an actor first, then give it other names`,
    );
}

/** @throws {RiposteError} `decision/conflict` where somebody wrote below it since */
function withoutLast(text: string, made: string, file: string): string {
  const last = parseDecisions(text, file).at(-1);
  const { place: _place, ...content } = last ?? {};
  if (JSON.stringify(content) === made) return dropLastDecisions(text, 1);
  throw new RiposteError("decision/conflict", `${file} was changed since; take the decision out there`);
}

/** The reports of a case are in the case: what it was built from need not be there any more. */
export async function rebuild(folder: string): Promise<void> {
  const { manifest } = await openCase(folder);
  // Loaded here: the stages bring models and packs that looking at a case does not need.
  const { buildCase } = await import("../build/index.ts");
  await buildCase([join(folder, "documents.jsonl")], { caseFolder: folder, packs: manifest.packs });
}
