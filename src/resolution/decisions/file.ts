/** The text of `decisions.yaml`: a list of decisions, written by people and by `riposte review`. */
import { LineCounter, parseDocument, stringify, YAMLSeq } from "yaml";
import { z } from "zod";
import { parseYaml } from "../../packs/index.ts";
import { type Decision, type DecisionContent, decisionSchema } from "./types.ts";

const HEADER = "# What people decided about this case. Applied on every build; delete an entry to undo it.\n";

/** An emptied file is an empty list. */
const fileSchema = z.array(decisionSchema).nullish();

/**
 * Reads decisions; an empty text gives none.
 * @param shownName  the file's name in messages and in each decision's `place`
 * @throws {RiposteError} `decision/bad-field` with file:line where the text is no list of decisions
 */
export function parseDecisions(text: string, shownName: string): Decision[] {
  const codes = {
    missing: "case/not-found",
    syntax: "decision/bad-field",
    field: "decision/bad-field",
  } as const;
  const decisions = parseYaml(text, shownName, fileSchema, codes) ?? [];
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter });
  const items = contents instanceof YAMLSeq ? contents.items : [];
  return decisions.map((decision, at) => {
    const offset = (items[at] as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
    return { ...decision, place: `${shownName}:${lineCounter.linePos(offset).line}` };
  });
}

/** The text that `parseDecisions` reads back: one entry a decision, in the order given. */
export function formatDecisions(decisions: readonly (Decision | DecisionContent)[]): string {
  if (decisions.length === 0) return HEADER;
  const contents = decisions.map((decision) =>
    Object.fromEntries(Object.entries(decision).filter(([field]) => field !== "place")),
  );
  return HEADER + stringify(contents, { lineWidth: 0 });
}
