/** Search over every name: main names, both languages and all aliases, without accents and apostrophes. */
import MiniSearch from "minisearch";
import { type Model, NODE_STUB } from "./model.ts";

export interface Hit {
  readonly node: number;
  /** The alias that matched where it is not the name itself. */
  readonly alias?: string;
}

/** Lower case, no accents, apostrophes and hyphens as blanks. */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`ʼʿʾ´‐‑–—-]/g, " ")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .trim();
}

const TOKEN = /[\s\p{P}]+/u;

export class NameIndex {
  private readonly index: MiniSearch;
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    this.index = new MiniSearch({
      fields: ["name", "aliases"],
      tokenize: (text) => foldName(text).split(TOKEN).filter(Boolean),
      processTerm: (term) => term,
      searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), boost: { name: 2 } },
    });
    const { nodes } = model.graph;
    const rows = nodes.id.flatMap((id, row) => {
      if (nodes.kind[row] === NODE_STUB) return [];
      const names = [nodes.name[row] ?? "", nodes.fr[row] ?? "", nodes.en[row] ?? ""];
      return [{ id: row, name: names.join(" "), aliases: [id, ...(nodes.aliases[row] ?? [])].join(" ") }];
    });
    this.index.addAll(rows);
  }

  /** Best first; hits whose whole name starts with the query come before others of equal words. */
  search(query: string, limit = 12): Hit[] {
    const folded = foldName(query);
    if (folded === "") return [];
    return this.index
      .search(query, { combineWith: "AND", boostDocument: (row) => this.boost(Number(row), folded) })
      .slice(0, limit)
      .map(({ id }) => this.hit(Number(id), folded));
  }

  private boost(row: number, folded: string): number {
    const { nodes } = this.model.graph;
    const names = [nodes.name[row], nodes.fr[row], nodes.en[row], ...(nodes.aliases[row] ?? [])];
    const starts = names.some((name) => name !== undefined && foldName(name).startsWith(folded));
    const degree = (this.model.offset[row + 1] ?? 0) - (this.model.offset[row] ?? 0);
    // An entity stands before the events that mention it; among equals, the better connected.
    return (starts ? 2 : 1) * (nodes.kind[row] === 0 ? 2 : 1) * (1 + Math.log1p(degree) / 10);
  }

  private hit(row: number, folded: string): Hit {
    const { nodes } = this.model.graph;
    const shown = [nodes.name[row], nodes.fr[row], nodes.en[row]];
    if (shown.some((name) => name !== undefined && foldName(name).includes(folded))) return { node: row };
    const alias = nodes.aliases[row]?.find((name) => foldName(name).includes(folded));
    return alias === undefined ? { node: row } : { node: row, alias };
  }
}
