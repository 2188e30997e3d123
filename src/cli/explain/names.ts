/** Ids shown as names, and sentences shown around their evidence. */
import { sourceLabels } from "../../graph/index.ts";
import type { CaseRecords, Claim, DocumentRecord, Entity } from "../../ontology/index.ts";
import type { Output } from "../output.ts";

const CONTEXT = 160;

export class CaseIndex {
  readonly records: CaseRecords;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** A key of an independent source as a person would name it. */
  readonly sourceLabel: (key: string) => string;

  constructor(records: CaseRecords) {
    this.records = records;
    this.entities = new Map(records.entities.map((entity) => [entity.id, entity]));
    this.documents = new Map(records.documents.map((document) => [document.id, document]));
    this.claims = new Map(records.claims.map((claim) => [claim.id, claim]));
    this.sourceLabel = sourceLabels(records);
  }

  name(id: string): string {
    return this.entities.get(id)?.name ?? id;
  }

  names(ids: readonly string[]): string {
    return ids.map((id) => this.name(id)).join(", ");
  }

  /** « Title », outlet, day. */
  byline(documentId: string): string {
    const doc = this.documents.get(documentId);
    if (!doc) return documentId;
    return [doc.publisher ?? doc.id, doc.published?.slice(0, 10), doc.title && `« ${doc.title} »`]
      .filter(Boolean)
      .join(", ");
  }

  /** The evidence in bold, with the words around it up to the paragraph's ends. */
  quotation(claim: Claim, output: Output): string {
    const text = this.documents.get(claim.document)?.text ?? claim.evidence.text;
    const { start, end } = claim.evidence;
    const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*\n/, "");
    const after = text.slice(end, end + CONTEXT).replace(/\n[\s\S]*$/, "");
    const lead = start - before.length > 0 && !text.slice(0, start - before.length).endsWith("\n") ? "…" : "";
    const tail = after.length === CONTEXT ? "…" : "";
    const { bold, dim } = output.color;
    return `${dim(`“${lead}${before}`)}${bold(text.slice(start, end).replaceAll("\n", " "))}${dim(`${after}${tail}”`)}`;
  }
}
