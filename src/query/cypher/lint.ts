/**
 * Portability: what the embedded engine would answer otherwise than Neo4j, found before it can.
 *
 * The rules come from comparing the engine with Neo4j 5.26 on the queries of test/fixtures/cypher; each names the
 * portable form. A rule may refuse a query that would have been right; none lets a difference pass that is known.
 */
import { closing, isWord, place, splitAtCommas, type Token, tokenize } from "./tokens.ts";

export interface LintFinding {
  readonly rule: string;
  /** Line and column of the words. */
  readonly where: string;
  readonly message: string;
  readonly portable: string;
}

interface Rule {
  readonly name: string;
  readonly message: string;
  readonly portable: string;
  /** Whether the pattern starts at token `i`. */
  readonly matches: (tokens: readonly Token[], i: number) => boolean;
}

const RULES: readonly Rule[] = [
  {
    name: "label-alternatives",
    message: "alternatives between labels (n:A|B)",
    portable: "WHERE n:A OR n:B",
    matches: (tokens, i) =>
      symbol(tokens[i], "|") &&
      isLabel(tokens, i - 1) &&
      (symbol(tokens[i - 3], "(") || symbol(tokens[i - 4], "(")),
  },
  {
    name: "label-expression",
    message: "label expressions with & ! or %",
    portable: "n:A:B, or WHERE n:A AND NOT n:B",
    matches: (tokens, i) =>
      symbol(tokens[i], "&", "!") || (symbol(tokens[i], "%") && symbol(tokens[i - 1], ":", "|", "!")),
  },
  {
    name: "quantified-path",
    message: "quantified path patterns",
    portable: "-[:TYPE*1..3]->",
    matches: (tokens, i) =>
      symbol(tokens[i], ")", "-", ">") &&
      ((symbol(tokens[i + 1], "{") && isQuantifier(tokens, i + 1)) ||
        (symbol(tokens[i], ")") && symbol(tokens[i + 1], "+", "*") && symbol(tokens[i + 2], "("))),
  },
  {
    name: "index-of-collect",
    message: "an index or slice right after collect()",
    portable: "WITH collect(x) AS xs … xs[0]",
    matches: (tokens, i) => isCall(tokens, i, "collect") && symbol(tokens[closing(tokens, i + 1) + 1], "["),
  },
  {
    name: "order-of-labels",
    message: "an order of labels(n), which is nowhere defined",
    portable: "'Entity' IN labels(n), or n:Entity",
    matches: (tokens, i) =>
      (isCall(tokens, i, "labels") && symbol(tokens[closing(tokens, i + 1) + 1], "[")) ||
      (isCall(tokens, i, "head") && isCall(tokens, i + 2, "labels")) ||
      (isCall(tokens, i, "last") && isCall(tokens, i + 2, "labels")),
  },
  {
    name: "collect-subquery",
    message: "COLLECT { … }",
    portable: "CALL { WITH a MATCH … RETURN collect(x) AS xs }",
    matches: (tokens, i) => isWord(tokens[i], "COLLECT") && symbol(tokens[i + 1], "{"),
  },
  {
    name: "round-with-precision",
    message: "round() with a precision",
    portable: "round(x * 100) / 100.0",
    matches: (tokens, i) => isCall(tokens, i, "round") && argumentsOf(tokens, i).length > 1,
  },
  {
    name: "duration-between",
    message: "differences of dates other than in whole days",
    portable: "b.day - a.day, or duration.inDays(a, b).days",
    matches: (tokens, i) =>
      isWord(tokens[i], "DURATION") &&
      symbol(tokens[i + 1], ".") &&
      !(isWord(tokens[i + 2], "INDAYS") && isDaysOfCall(tokens, i + 2)),
  },
  {
    name: "date-component",
    message: "parts of a date other than year, month and day",
    portable: "(n.day + 3) % 7 for the weekday (0 is Monday), date.truncate('month', d)",
    matches: (tokens, i) =>
      symbol(tokens[i - 1], ".") &&
      isWord(tokens[i], "DAYOFWEEK", "WEEK", "WEEKYEAR", "QUARTER", "DAYOFQUARTER", "ORDINALDAY", "WEEKDAY"),
  },
  {
    name: "truncate-to-week",
    message: "date.truncate to other units than year, month and day",
    portable: "n.day - (n.day + 3) % 7 for the Monday before",
    matches: (tokens, i) =>
      isWord(tokens[i], "DATE", "DATETIME", "LOCALDATETIME") &&
      symbol(tokens[i + 1], ".") &&
      isWord(tokens[i + 2], "TRUNCATE") &&
      !/^['"](?:year|month|day)['"]$/i.test(tokens[i + 4]?.text ?? ""),
  },
  {
    name: "pattern-in-optional-where",
    message: "a pattern, EXISTS or COUNT in the WHERE of OPTIONAL MATCH",
    portable: "CALL { WITH a MATCH … WHERE … RETURN count(*) AS n }",
    matches: optionalWhereWithPattern,
  },
  {
    name: "list-plus-value",
    message: "a list plus a single value",
    portable: "list + [value]",
    matches: (tokens, i) =>
      symbol(tokens[i], "+") &&
      ((symbol(tokens[i - 1], "]") && !symbol(tokens[i + 1], "[") && isListEnd(tokens, i - 1)) ||
        (symbol(tokens[i + 1], "[") && !symbol(tokens[i - 1], "]", ")") && tokens[i - 1]?.kind !== "word")),
  },
];

/** What would differ, in the order of the text; empty for a portable query. */
export function lint(query: string): LintFinding[] {
  const tokens = tokenize(query);
  return tokens.flatMap((token, i) =>
    RULES.filter((rule) => rule.matches(tokens, i)).map(({ name, message, portable }) => ({
      rule: name,
      where: place(query, token.start),
      message,
      portable,
    })),
  );
}

function symbol(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "symbol" && texts.includes(token.text);
}

/** Whether a function of this name is called at `i`. */
function isCall(tokens: readonly Token[], i: number, name: string): boolean {
  return (
    isWord(tokens[i], name.toUpperCase()) && symbol(tokens[i + 1], "(") && !symbol(tokens[i - 1], ".", ":")
  );
}

function argumentsOf(tokens: readonly Token[], call: number): readonly (readonly [number, number])[] {
  return splitAtCommas(tokens, call + 2, closing(tokens, call + 1));
}

/** Whether the token is a label: a name after a colon. */
function isLabel(tokens: readonly Token[], i: number): boolean {
  const kind = tokens[i]?.kind;
  return (kind === "word" || kind === "quoted") && symbol(tokens[i - 1], ":");
}

/** `{2}`, `{1,3}`, `{,3}`: numbers and a comma in braces, which no map can be. */
function isQuantifier(tokens: readonly Token[], open: number): boolean {
  const inside = tokens.slice(open + 1, closing(tokens, open));
  return inside.length > 0 && inside.every((token) => token.kind === "number" || symbol(token, ","));
}

/** `inDays(…).days` at the name. */
function isDaysOfCall(tokens: readonly Token[], name: number): boolean {
  const end = closing(tokens, name + 1);
  return symbol(tokens[end + 1], ".") && isWord(tokens[end + 2], "DAYS");
}

/** Whether the bracket ends a list, not an index into one: an index has a value right before its opening. */
function isListEnd(tokens: readonly Token[], close: number): boolean {
  for (let open = close - 1; open >= 0; open--) {
    if (!symbol(tokens[open], "[") || closing(tokens, open) !== close) continue;
    const before = tokens[open - 1];
    return !(
      before &&
      (before.kind === "quoted" ||
        symbol(before, ")", "]") ||
        (before.kind === "word" &&
          !isWord(before, "RETURN", "WITH", "IN", "AND", "OR", "WHERE", "THEN", "ELSE")))
    );
  }
  return false;
}

const CLAUSES = ["MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "ORDER"] as const;

/** At OPTIONAL: whether the WHERE of its MATCH tests a pattern. */
function optionalWhereWithPattern(tokens: readonly Token[], i: number): boolean {
  if (!isWord(tokens[i], "OPTIONAL") || !isWord(tokens[i + 1], "MATCH")) return false;
  let at = i + 2;
  while (at < tokens.length && !isWord(tokens[at], "WHERE", ...CLAUSES)) at = past(tokens, at);
  if (!isWord(tokens[at], "WHERE")) return false;
  for (at++; at < tokens.length && !isWord(tokens[at], ...CLAUSES); at++) {
    if (isWord(tokens[at], "EXISTS", "COUNT") && symbol(tokens[at + 1], "{")) return true;
    // `)-`, `)<-` before a bracket or another dash: a relationship, no subtraction.
    if (symbol(tokens[at], ")") && isArrow(tokens, at + 1)) return true;
  }
  return false;
}

function isArrow(tokens: readonly Token[], at: number): boolean {
  const dash = symbol(tokens[at], "<") ? at + 1 : at;
  return symbol(tokens[dash], "-") && symbol(tokens[dash + 1], "[", "-");
}

/** The token after this one, or after its closing bracket. */
function past(tokens: readonly Token[], at: number): number {
  return (symbol(tokens[at], "(", "[", "{") ? closing(tokens, at) : at) + 1;
}
