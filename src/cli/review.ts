import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { openCase, replaceFile, withLock } from "../case/index.ts";
import {
  addDecisions,
  dropLastDecisions,
  parseDecisions,
  type ReviewItem,
  reviewQueue,
} from "../resolution/index.ts";
import { DEFAULT_CASE } from "./case-argument.ts";
import type { Output } from "./output.ts";
import { outputOf } from "./program-output.ts";
import { rebuild } from "./view-decisions.ts";

interface ReviewOptions {
  readonly list?: boolean;
}

/** `riposte review [CASE]`: doubtful merges, contested values, unknown names, one by one, worst first. */
export function addReview(program: Command): void {
  program
    .command("review")
    .description("Walks through what a person should decide, worst first; decisions go to decisions.yaml.")
    .argument("[case]", "folder of the case", DEFAULT_CASE)
    .option("--list", "list what there is to decide, and ask nothing")
    .action(async (folder: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReviewOptions>();
      const output = outputOf(command);
      const queue = reviewQueue((await openCase(folder)).records);
      if (output.json) return output.data(queue);
      if (options.list)
        return queue.forEach((item) => output.result(`${item.kind.padEnd(15)} ${item.question}`));
      const decided = await walk(queue, folder, output);
      if (decided === 0) return output.notice("Nothing decided.");
      output.notice(`${decided} decided; building the case anew …`);
      await rebuild(folder);
      const left = reviewQueue((await openCase(folder)).records).length;
      output.result(
        `${decided} decided, ${left} left to look at. To undo, delete entries of ${join(folder, "decisions.yaml")}.`,
      );
    });
}

const KEYS = "Enter skips, u takes the last decision back, q ends";

/** Asks item by item; each answer is on disk before the next question. Gives the number of items decided. */
async function walk(queue: readonly ReviewItem[], folder: string, output: Output): Promise<number> {
  const file = join(folder, "decisions.yaml");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers = terminal[Symbol.asyncIterator]();
  const taken: { at: number; count: number }[] = [];
  try {
    let at = 0;
    show(queue[at], at, queue.length, output);
    while (at < queue.length) {
      const { value, done } = await answers.next();
      const answer = String(value ?? "").trim();
      if (done || answer === "q") break;
      const item = queue[at] as ReviewItem;
      const choice = item.choices[Number(answer) - 1];
      const last = answer === "u" ? taken.pop() : undefined;
      if (last) {
        await edit(folder, file, (text) => dropLastDecisions(text, last.count));
        at = last.at;
      } else if (choice) {
        await edit(folder, file, (text) => addDecisions(text, choice.decisions));
        taken.push({ at, count: choice.decisions.length });
        at++;
      } else if (answer === "") at++;
      else {
        output.notice(`${answer}: give a number from 1 to ${item.choices.length}; ${KEYS}`);
        continue;
      }
      show(queue[at], at, queue.length, output);
    }
  } finally {
    terminal.close();
  }
  return taken.length;
}

/** Changes decisions.yaml whole or not at all; a text that cannot be read is left alone. */
async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  await withLock(folder, async () => {
    const text = await readFile(file, "utf8").catch(() => "");
    parseDecisions(text, file);
    await replaceFile(file, change(text));
  });
}

function show(item: ReviewItem | undefined, at: number, total: number, output: Output): void {
  if (!item) return;
  const { bold, cyan, dim } = output.color;
  output.result(`\n${dim(`${at + 1} of ${total}`)}  ${bold(item.question)}`);
  for (const { heading, lines } of item.sides) {
    output.result(`  ${cyan(heading)}`);
    for (const line of lines) output.result(`    “${line}”`);
  }
  for (const [n, { label }] of item.choices.entries()) output.result(`  [${n + 1}] ${label}`);
  output.result(dim(`  ${KEYS}`));
}
