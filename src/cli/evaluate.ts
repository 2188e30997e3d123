import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { openCase } from "../case/index.ts";
import { type Figure, parseGold, type Score, type ScoredClaim, score } from "../evaluation/index.ts";
import { RiposteError, truncate } from "../shared/index.ts";
import { caseAndOne } from "./case-argument.ts";
import { outputOf } from "./program-output.ts";

interface EvaluateOptions {
  readonly docs?: string;
  readonly minConfidence?: string;
  readonly errors?: boolean;
  readonly json?: boolean;
}

/** `riposte evaluate [CASE] GOLD`: precision, recall and F1 of a case against an annotation. */
export function addEvaluate(program: Command): void {
  program
    .command("evaluate")
    .description("Scores a case against a gold annotation: precision, recall and F1.")
    .usage("[options] [CASE] GOLD")
    .argument("<paths...>", "case folder (or an annotation, to compare two people) and gold file")
    .option("--docs <ids>", "score these documents only, comma-separated")
    .option("--min-confidence <number>", "leave out claims below it", "0")
    .option("--errors", "list what was missed, wrong and spurious")
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const [casePath, goldPath] = caseAndOne(paths, "GOLD");
      const options = command.optsWithGlobals<EvaluateOptions>();
      const output = outputOf(command);
      const gold = parseGold(await readText(goldPath), goldPath);
      const predicted = casePath.endsWith(".json")
        ? parseGold(await readText(casePath), casePath)
        : (await openCase(casePath)).records;
      const result = score(gold, predicted, {
        ...(options.docs && { documents: options.docs.split(",") }),
        minConfidence: numberIn01(options.minConfidence ?? "0"),
      });
      if (output.json) output.data(asJson(result));
      else
        for (const line of [...asTable(result), ...(options.errors ? errorLines(result) : [])])
          output.result(line);
    });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new RiposteError("input/missing", `${path}: no such file`, { cause: error });
  }
}

function numberIn01(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0 && value <= 1) return value;
  throw new RiposteError("usage/bad-value", `--min-confidence ${text}: give a number from 0 to 1`);
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(5);

function row(name: string, { precision, recall, f1, right, predicted, gold }: Figure): string {
  const counts = predicted === undefined ? "" : `   (${right} right, ${predicted} predicted, ${gold} gold)`;
  return `${name.padEnd(14)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}${counts}`;
}

function asTable(result: Score): string[] {
  return [
    row("graph", result.graph),
    row("  events", result.graphEvents),
    row("  statements", result.statements),
    row("claims", result.claims),
    row("edges", result.edges),
    row("strict", result.strict),
    ...Object.entries(result.roles).map(([role, figure]) => row(`  ${role}`, figure)),
    row("events B³", result.events),
    row("crossdoc", result.crossdoc),
    row("replies", result.replies),
    row("relations", result.relations),
    `type+subtype ${percent(result.type)}   modality ${percent(result.modality)} (exact ${percent(result.modalityExact)})   ` +
      `time start ${percent(result.timeStart)} (overlap ${percent(result.timeOverlap)})   evidence ${percent(result.evidence)}   ` +
      `statement on the right event ${percent(result.about)}   [shares of matched claims]`,
    "edges by type:",
    ...Object.entries(result.byType)
      .sort((a, b) => (b[1].gold ?? 0) - (a[1].gold ?? 0))
      .map(([type, figure]) => row(`  ${truncate(type, 12)}`, figure)),
  ];
}

function errorLines(result: Score): string[] {
  return [
    ...result.missed.map((claim) => `MISSED   ${claim.id} ${claim.type} | ${words(claim)}`),
    ...result.spurious.map((claim) => `SPURIOUS ${claim.id} ${claim.type} | ${words(claim)}`),
    ...result.wrongEvents.map((event) => `EVENT    ${event.gold}: ${event.expected} | got ${event.got}`),
    ...result.wrong.map(
      ({ gold, predicted }) =>
        `WRONG    ${gold.id} ${gold.type} gold ${sides(gold)} | got ${sides(predicted)} | ${words(gold)}`,
    ),
  ];
}

function words({ evidence }: ScoredClaim): string {
  return truncate(
    typeof evidence === "string" ? evidence : ((evidence as { text?: string })?.text ?? ""),
    160,
  );
}

function sides(claim: ScoredClaim): string {
  const list = (role: string) => [claim[role] ?? []].flat() as string[];
  return `${[...list("speaker"), ...list("agent")].join(",")}→${[...list("target"), ...list("place")].join(",")}`;
}

/** Figures whole, lists as counts. */
function asJson(result: Score): object {
  const { missed, spurious, wrong, wrongEvents, ...figures } = result;
  return {
    ...figures,
    missed: missed.length,
    spurious: spurious.length,
    wrong: wrong.length,
    wrongEvents: wrongEvents.length,
  };
}
