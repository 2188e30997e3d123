/** The words behind edges and events, fetched in chunks when a reader asks for them. */
import type { ClaimDetail, EventDetail, ViewerDocument, ViewerLinks } from "../../../src/viewer/payload.ts";
import { type Model, NODE_EVENT } from "./model.ts";
import type { Parts } from "./parts.ts";

/** Rows of one chunk; the payload's CHUNK_SIZE, which only types are shared with. */
const CHUNK_SIZE = 1_000;

export interface Quote {
  /** Claim row. */
  readonly row: number;
  readonly id: string;
  readonly claim: ClaimDetail;
  readonly document: ViewerDocument;
}

export class Evidence {
  private readonly parts: Parts;
  private readonly eventOrder: ReadonlyMap<number, number>;

  constructor(model: Model, parts: Parts) {
    this.parts = parts;
    const events: number[] = [];
    model.graph.nodes.kind.forEach((kind, row) => {
      if (kind === NODE_EVENT) events.push(row);
    });
    this.eventOrder = new Map(events.map((row, order) => [row, order]));
  }

  links(): Promise<ViewerLinks> {
    return this.parts.links();
  }

  async edgeId(edge: number): Promise<string | undefined> {
    return (await this.links()).edgeIds[edge];
  }

  async quotesOfEdge(edge: number): Promise<Quote[]> {
    return this.quotes((await this.links()).edgeClaims[edge] ?? []);
  }

  /** Quotes in the order in which their reports came out. */
  async quotes(rows: readonly number[]): Promise<Quote[]> {
    const links = await this.links();
    const quotes = await Promise.all(
      rows.map(async (row): Promise<Quote | undefined> => {
        const chunk = await this.parts.claims(Math.floor(row / CHUNK_SIZE));
        const claim = chunk[row % CHUNK_SIZE];
        const document = claim && links.documents[claim.document];
        return claim && document && { row, id: links.claimIds[row] ?? "", claim, document };
      }),
    );
    return quotes
      .filter((quote): quote is Quote => quote !== undefined)
      .sort(
        (a, b) => compare(a.document.published ?? "9999", b.document.published ?? "9999") || a.row - b.row,
      );
  }

  /** @param node  row of an event node */
  async event(node: number): Promise<EventDetail | undefined> {
    const order = this.eventOrder.get(node);
    if (order === undefined) return undefined;
    const chunk = await this.parts.events(Math.floor(order / CHUNK_SIZE));
    return chunk[order % CHUNK_SIZE];
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
