/** The text of `decisions.yaml`: a list of decisions, written by people and by `riposte review`. */
import { isSeq, LineCounter, parseDocument, stringify } from "yaml";
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
  const items = isSeq(contents) ? contents.items : [];
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

/** The comments that a file opens with; those of a new file where there are none. */
const headOf = (text: string): string => /^(?:#.*\n)+/u.exec(text)?.[0] ?? HEADER;

/** The text with decisions added at its end; what people wrote around the others, comments too, stays. */
export function addDecisions(text: string, decisions: readonly DecisionContent[]): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) return `${headOf(text)}${stringify(decisions, { lineWidth: 0 })}`;
  for (const decision of decisions) document.add(document.createNode(decision));
  return document.toString({ lineWidth: 0 });
}

/** The text without its last decisions: the way back from `addDecisions`. */
export function dropLastDecisions(text: string, count: number): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) return text;
  const left = document.contents.items.length - count;
  if (left <= 0) return headOf(text);
  for (let at = document.contents.items.length - 1; at >= left; at--) document.delete(at);
  return document.toString({ lineWidth: 0 });
}
