/** Search over every name: main names, both languages and all aliases, without accents and apostrophes. */
import type { ViewerLinks } from "../../../src/viewer/payload.ts";
import { type Model, NODE_ENTITY, NODE_STUB } from "./model.ts";

export interface Hit {
  readonly node: number;
  /** The alias that matched where it is not the name itself. */
  readonly alias?: string;
}

/** Lower case, no accents; apostrophes, hyphens and punctuation as blanks. */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Parts names from one another in the folded text of a node. */
const BREAK = "\n";

/**
 * One folded text a node, scanned from end to end: quick enough for a hundred thousand names, and nothing to build.
 * Each word of a query must begin a word of the same node; where nothing is found, words may differ by one letter.
 */
export class NameIndex {
  private readonly model: Model;
  private readonly folded: string[];
  private aliases: ViewerLinks["aliases"] = {};

  constructor(model: Model) {
    this.model = model;
    this.folded = model.graph.nodes.id.map((id, row) =>
      model.nodes.kind[row] === NODE_STUB ? "" : foldedNames([...this.names(row), id]),
    );
  }

  /** Other names come later than the graph. */
  addAliases(aliases: ViewerLinks["aliases"]): void {
    this.aliases = aliases;
    for (const [row, names] of Object.entries(aliases)) {
      const at = Number(row);
      this.folded[at] = (this.folded[at] ?? "") + foldedNames(names);
    }
  }

  aliasesOf(row: number): readonly string[] {
    return this.aliases[row] ?? [];
  }

  /** Best first: whole names that begin with the query, then entities, then the better connected. */
  search(query: string, limit = 12): Hit[] {
    const text = foldName(query);
    if (text === "") return [];
    const words = text.split(" ").map((word) => ` ${word}`);
    let rows = this.scan((folded) => words.every((word) => folded.includes(word)));
    if (rows.length === 0)
      rows = this.scan((folded) => words.every((word) => hasNear(folded, word.slice(1))));
    return this.best(rows, text, limit).map((row) => this.hit(row, text));
  }

  /** The `limit` rows of the highest rank, in order; a short query matches far more than can be sorted at each key. */
  private best(rows: readonly number[], text: string, limit: number): number[] {
    const best: { readonly row: number; readonly rank: number }[] = [];
    for (const row of rows) {
      const rank = this.rank(row, text);
      const last = best[limit - 1];
      if (last && rank <= last.rank) continue;
      const at = best.findIndex((other) => other.rank < rank);
      best.splice(at < 0 ? best.length : at, 0, { row, rank });
      best.length = Math.min(best.length, limit);
    }
    return best.map(({ row }) => row);
  }

  private scan(matches: (folded: string) => boolean): number[] {
    const rows: number[] = [];
    this.folded.forEach((folded, row) => {
      if (folded !== "" && matches(folded)) rows.push(row);
    });
    return rows;
  }

  private rank(row: number, text: string): number {
    const folded = this.folded[row] ?? "";
    const degree = (this.model.offset[row + 1] ?? 0) - (this.model.offset[row] ?? 0);
    return (
      (folded.includes(`${BREAK} ${text}${BREAK}`) ? 400 : 0) +
      (folded.includes(`${BREAK} ${text}`) ? 200 : 0) +
      (this.model.nodes.kind[row] === NODE_ENTITY ? 100 : 0) +
      Math.min(90, Math.log1p(degree) * 10)
    );
  }

  private names(row: number): string[] {
    const { nodes } = this.model.graph;
    return [nodes.name[row], nodes.fr[row], nodes.en[row]].filter((name): name is string => Boolean(name));
  }

  private hit(row: number, text: string): Hit {
    if (this.names(row).some((name) => foldName(name).includes(text))) return { node: row };
    const alias = this.aliasesOf(row).find((name) => foldName(name).includes(text));
    return alias === undefined ? { node: row } : { node: row, alias };
  }
}

/** Every name stands between breaks, each word after a blank. */
const foldedNames = (names: readonly string[]): string =>
  names.map((name) => `${BREAK} ${foldName(name)}${BREAK}`).join("");

/** Shorter words have too many neighbours for a slip of one letter to mean anything. */
const SHORTEST_SLIP = 5;

/** Whether some word is the sought one but for one letter changed, missing or too many. */
function hasNear(folded: string, word: string): boolean {
  if (word.length < SHORTEST_SLIP) return folded.includes(` ${word}`);
  return folded
    .split(/[ \n]/)
    .some((other) => Math.abs(other.length - word.length) <= 1 && differByOne(other, word));
}

function differByOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return endA - start <= 1 && endB - start <= 1;
}
