import type { ClaimReading, ParsedToken, RankedCandidate } from "../../extraction/index.ts";
import type { Output } from "../output.ts";

/** How a claim was read: the rules' steps, the candidates of each role, and the sentence's parse. */
export function explainReading(reading: ClaimReading, output: Output): string[] {
  const { bold, dim } = output.color;
  const { acceptance } = reading;
  const lines = ["", bold("How it was read"), ...reading.trace.map((step) => `  ${step}`)];
  const doubt = acceptance.doubt ? `; a rule doubts it: ${acceptance.doubt}` : "";
  lines.push(`  told as a claim ${acceptance.probability.toFixed(2)}: ${dim(acceptance.because)}${doubt}`);
  for (const { role, candidates } of reading.roles) {
    lines.push("", bold(`Who could be its ${role}`));
    for (const candidate of candidates) lines.push(candidateLine(candidate, output));
  }
  lines.push("", bold("Its sentence as parsed"), ...treeLines(reading.tokens, output));
  return lines;
}

function candidateLine(
  { names, probability, byRules, chosen, because }: RankedCandidate,
  output: Output,
): string {
  const { dim } = output.color;
  const who = names.map(({ text, entity }) => (entity ? `${text} (${entity})` : text)).join(", ") || "nobody";
  const rules = byRules ? " by the rules" : "";
  return `  ${chosen ? "▸" : "·"} ${probability.toFixed(2)} ${who}${rules}  ${dim(because)}`;
}

/** One word a line in the order of the text, indented by how deep it hangs; punctuation is left out. */
function treeLines(tokens: readonly ParsedToken[], output: Output): string[] {
  const { bold, dim } = output.color;
  return tokens.flatMap((token, i) => {
    if (token.tag.startsWith("PUNCT")) return [];
    const form = token.trigger ? bold(`${token.form} ◂`) : token.form;
    const head = tokens[token.head]?.form;
    const link = token.head < 0 ? token.relation || "root" : `${token.relation} of ${head}`;
    return [`  ${"  ".repeat(depthOf(tokens, i))}${form} ${dim(`${token.tag} ${link}`)}`];
  });
}

function depthOf(tokens: readonly ParsedToken[], at: number): number {
  let depth = 0;
  for (let k = tokens[at]?.head ?? -1; k >= 0 && depth < tokens.length; k = tokens[k]?.head ?? -1) depth++;
  return depth;
}
