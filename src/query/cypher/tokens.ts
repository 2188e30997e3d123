/** Cypher text as tokens: enough structure to guard, to lint and to rewrite it without ever touching a string. */
import { RiposteError } from "../../shared/index.ts";

export interface Token {
  /** `quoted` is a name in backticks; `symbol` any operator or bracket. */
  readonly kind: "word" | "quoted" | "string" | "number" | "parameter" | "symbol";
  readonly text: string;
  /** UTF-16 offsets into the query, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const PATTERN = new RegExp(
  [
    /(?<space>\s+|\/\/[^\n]*|\/\*[^]*?\*\/)/,
    /(?<string>'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*")/,
    /(?<quoted>`(?:``|[^`])*`)/,
    /(?<parameter>\$(?:[\p{L}\p{N}_]+|`(?:``|[^`])*`))/u,
    /(?<word>[\p{L}_][\p{L}\p{N}_]*)/u,
    /(?<number>0[xo][0-9a-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/,
    /(?<symbol><>|<=|>=|=~|\+=|\.\.|::|\|\||[^])/,
  ]
    .map((part) => part.source)
    .join("|"),
  "uy",
);

/** @throws {RiposteError} `query/bad-syntax` where a string, a quoted name or a comment has no end */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(query); match; match = PATTERN.exec(query)) {
    const [text] = match;
    const start = match.index;
    const groups = match.groups ?? {};
    if (groups.space !== undefined) continue;
    if (`'"\``.includes(text) || (text === "/" && query[start + 1] === "*"))
      throw new RiposteError("query/bad-syntax", `${place(query, start)}: this ${text} has no end`);
    const kind = KINDS.find((name) => groups[name] !== undefined) ?? "symbol";
    tokens.push({ kind, text, start, end: start + text.length });
  }
  return tokens;
}

const KINDS = ["string", "quoted", "parameter", "word", "number"] as const;

/** Where an offset lies, as `line 2, column 14`. */
export function place(query: string, offset: number): string {
  const before = query.slice(0, offset).split("\n");
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Whether the token is one of these words, in any case; quoted names are never keywords. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === "word" && words.includes(token.text.toUpperCase());
}

/** The name that a word or a quoted name stands for. */
export function nameOf(token: Token): string {
  return token.kind === "quoted" ? token.text.slice(1, -1).replaceAll("``", "`") : token.text;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Index of the bracket that closes the one at `open`; the last token where none does. */
export function closing(tokens: readonly Token[], open: number): number {
  const stack: string[] = [];
  for (let i = open; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== "symbol") continue;
    const close = CLOSING[text];
    if (close) stack.push(close);
    else if (text === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return i;
    }
  }
  return tokens.length - 1;
}

/** Depth of brackets at each token; a bracket has the depth of what it stands in. */
export function depths(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map(({ kind, text }) => {
    if (kind !== "symbol") return depth;
    if (text in CLOSING) return depth++;
    return Object.values(CLOSING).includes(text) ? --depth : depth;
  });
}

/** Parts of a range of tokens between commas at its own depth: the arguments of a call, the items of a list. */
export function splitAtCommas(
  tokens: readonly Token[],
  from: number,
  to: number,
): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const text = tokens[i]?.kind === "symbol" ? tokens[i]?.text : undefined;
    if (text !== undefined && text in CLOSING) i = closing(tokens, i);
    else if (text === ",") {
      parts.push([start, i]);
      start = i + 1;
    }
  }
  if (start < to) parts.push([start, to]);
  return parts;
}
