/**
 * Portable Cypher as the embedded engine needs to hear it. Each rewriting keeps the meaning that Neo4j gives the
 * text; `lint` has refused what cannot be kept.
 */
import { closing, depths, isWord, splitAtCommas, type Token, tokenize } from "./tokens.ts";

/** The same query in the embedded engine's words, with the column names of the original. */
export function adapt(query: string): string {
  const tokens = tokenize(query);
  let adapted = "";
  let at = 0;
  for (const { start, end, alias } of returnItems(query, tokens)) {
    adapted += rewrite(query, tokens, at, start);
    const item = rewrite(query, tokens, start, end);
    const original = query.slice(start, end);
    adapted += item === original || alias ? item : `${item} AS \`${original.replaceAll("`", "``")}\``;
    at = end;
  }
  return adapted + rewrite(query, tokens, at, query.length);
}

/** The items of every RETURN, as offsets: an item without an alias names its column by its own text. */
function returnItems(
  query: string,
  tokens: readonly Token[],
): { start: number; end: number; alias: boolean }[] {
  const depth = depths(tokens);
  return tokens.flatMap((token, i) => {
    if (!isWord(token, "RETURN")) return [];
    const from = isWord(tokens[i + 1], "DISTINCT") ? i + 2 : i + 1;
    let to = from;
    while (to < tokens.length && (depth[to] ?? 0) >= (depth[i] ?? 0) && !isEnd(tokens, depth, i, to)) to++;
    return splitAtCommas(tokens, from, to).flatMap(([first, after]) => {
      const start = tokens[first]?.start;
      const end = tokens[after - 1]?.end;
      if (start === undefined || end === undefined) return [];
      const alias = tokens
        .slice(first, after)
        .some((item, k) => isWord(item, "AS") && depth[first + k] === depth[i]);
      return [{ start, end, alias }];
    });
  });
}

function isEnd(tokens: readonly Token[], depth: readonly number[], at: number, i: number): boolean {
  if (depth[i] !== depth[at]) return false;
  const token = tokens[i];
  return (
    isWord(token, "ORDER", "SKIP", "OFFSET", "LIMIT", "UNION") || token?.text === ";" || token?.text === "}"
  );
}

/** The text from `from` to `to` with every function call in it that needs other words. */
function rewrite(query: string, tokens: readonly Token[], from: number, to: number): string {
  let text = "";
  let at = from;
  for (const [i, token] of tokens.entries()) {
    if (token.start < at || token.end > to) continue;
    const change = rewriteAt(query, tokens, i);
    if (!change) continue;
    text += query.slice(at, token.start) + change.text;
    at = change.end;
  }
  return text + query.slice(at, to);
}

interface Change {
  readonly text: string;
  /** Offset in the query where the rewritten words end. */
  readonly end: number;
}

/** Words that Neo4j takes as a relationship type without quotes, and the engine does not. */
const QUOTED_AS_TYPE = ["IN", "ON", "OR", "AND", "NOT", "AS", "IS"] as const;

function rewriteAt(query: string, tokens: readonly Token[], i: number): Change | undefined {
  const token = tokens[i];
  if (isWord(token, ...QUOTED_AS_TYPE) && [":", "|"].includes(tokens[i - 1]?.text ?? ""))
    return token && { text: `\`${token.text}\``, end: token.end };
  if (tokens[i - 1]?.text === "." || tokens[i - 1]?.text === ":") return undefined;
  if (isWord(tokens[i], "SUM") && tokens[i + 1]?.text === "(") return sumOfNothing(query, tokens, i);
  if (isQualified(tokens, i, "DURATION", "INDAYS")) return daysBetween(query, tokens, i);
  for (const type of ["DATE", "DATETIME", "LOCALDATETIME"]) {
    if (isQualified(tokens, i, type, "TRUNCATE"))
      return { text: "date_trunc", end: tokens[i + 2]?.end ?? query.length };
  }
  return undefined;
}

/** Neo4j sums nothing to 0, the engine to null. */
function sumOfNothing(query: string, tokens: readonly Token[], i: number): Change {
  const close = closing(tokens, i + 1);
  const end = tokens[close]?.end ?? query.length;
  const inside = rewrite(query, tokens, tokens[i + 1]?.end ?? end, tokens[close]?.start ?? end);
  return { text: `coalesce(sum(${inside}), 0)`, end };
}

/** `duration.inDays(a, b).days`: the engine has no parts of durations, but writes a difference of dates as `P12D`. */
function daysBetween(query: string, tokens: readonly Token[], i: number): Change | undefined {
  const open = i + 3;
  const close = closing(tokens, open);
  const [first, second] = splitAtCommas(tokens, open + 1, close);
  if (!first || !second) return undefined;
  const [a, b] = [first, second].map(([start, after]) =>
    rewrite(query, tokens, tokens[start]?.start ?? 0, tokens[after - 1]?.end ?? 0),
  );
  const days = `toInteger(replace(replace(toString((${b}) - (${a})), 'P', ''), 'D', ''))`;
  return { text: days, end: tokens[close + 2]?.end ?? query.length };
}

function isQualified(tokens: readonly Token[], i: number, first: string, second: string): boolean {
  return isWord(tokens[i], first) && tokens[i + 1]?.text === "." && isWord(tokens[i + 2], second);
}
