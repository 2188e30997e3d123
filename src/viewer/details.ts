/** The words behind the graph: quotes with their surroundings, and what each field of an event is said to be. */
import type { Claim, ConflictEvent, DocumentRecord, EventField, FieldValue } from "../ontology/index.ts";
import { CLAIM_TYPES, MODALITIES, ROLES, SUBTYPES } from "../ontology/index.ts";
import type { ClaimDetail, DetailValue, EventDetail, FieldDetail, ViewerDocument } from "./payload.ts";

/** Characters of context on each side of a quote. */
const CONTEXT = 160;
/** Longest quote shown whole; evidence is a sentence or clause, so only broken input is longer. */
const LONGEST_QUOTE = 2_000;

export interface DetailRows {
  readonly node: (id: string) => number | undefined;
  readonly claim: ReadonlyMap<string, number>;
  readonly document: ReadonlyMap<string, number>;
  readonly publisherOf: (document: string) => number | undefined;
}

export function documentDetail(document: DocumentRecord, rows: DetailRows): ViewerDocument {
  const publisher = rows.publisherOf(document.id);
  return {
    id: document.id,
    ...(document.title && { title: document.title }),
    ...(publisher !== undefined && { publisher }),
    ...(document.published && { published: document.published }),
    ...(document.language && { language: document.language }),
    ...(document.url && { url: document.url }),
  };
}

export function claimDetail(claim: Claim, document: DocumentRecord, rows: DetailRows): ClaimDetail {
  const { start } = claim.evidence;
  const end = Math.min(claim.evidence.end, start + LONGEST_QUOTE);
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => rows.node(id) ?? []);
  return {
    document: rows.document.get(document.id) ?? 0,
    before: contextBefore(document.text, start),
    text: document.text.slice(start, end),
    after: contextAfter(document.text, end),
    marks: claim.mentions
      .filter((mention) => mention.start >= start && mention.end <= end && mention.start < mention.end)
      .map((mention) => [mention.start - start, mention.end - start, ROLES.indexOf(mention.role)] as const)
      .sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2]),
    type: CLAIM_TYPES.indexOf(claim.type),
    subtype: claim.subtype ? SUBTYPES.indexOf(claim.subtype) + 1 : 0,
    modality: MODALITIES.indexOf(claim.modality),
    confidence: Math.round(claim.confidence * 100),
    rule: claim.extractor.rule,
    speaker: nodes(claim.speaker),
    source: nodes(claim.source),
    ...(claim.sourceText && { sourceText: claim.sourceText }),
    ...(claim.speakerText && { speakerText: claim.speakerText }),
  };
}

export function eventDetail(
  event: ConflictEvent,
  claims: ReadonlyMap<string, Claim>,
  rows: DetailRows,
): EventDetail {
  const claimRows = (ids: readonly string[]) => ids.flatMap((id) => rows.claim.get(id) ?? []);
  const publishers = (ids: readonly string[]) =>
    [
      ...new Set(
        ids.flatMap((id) => {
          const claim = claims.get(id);
          return (claim && rows.publisherOf(claim.document)) ?? [];
        }),
      ),
    ].sort((a, b) => a - b);
  const field = (name: string, { values, shown, contested, why }: EventField): FieldDetail => ({
    name,
    contested,
    shown,
    ...(why && { why }),
    values: values.map((value) => ({
      value: detailValue(value.value, rows),
      claims: claimRows(value.claims),
      publishers: publishers(value.claims),
    })),
  });
  return {
    node: rows.node(event.id) ?? 0,
    claims: claimRows(event.claims),
    documents: event.documents.flatMap((id) => rows.document.get(id) ?? []),
    fields: Object.entries(event.fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => field(name, value)),
  };
}

function detailValue(value: FieldValue["value"], rows: DetailRows): DetailValue {
  if (typeof value !== "string") {
    const { min, max, approximate, text } = value;
    return { min, ...(max !== undefined && { max }), approximate, text };
  }
  const node = rows.node(value);
  return node === undefined ? { text: value } : { node };
}

function contextBefore(text: string, start: number): string {
  const from = Math.max(0, start - CONTEXT);
  const piece = text.slice(from, start);
  const line = piece.lastIndexOf("\n\n");
  const cut = line >= 0 ? piece.slice(line + 2) : from > 0 ? piece.replace(/^\S*\s/, "…") : piece;
  return wholeCharacters(cut);
}

function contextAfter(text: string, end: number): string {
  const piece = text.slice(end, end + CONTEXT);
  const line = piece.indexOf("\n\n");
  const cut =
    line >= 0 ? piece.slice(0, line) : end + CONTEXT < text.length ? piece.replace(/\s\S*$/, "…") : piece;
  return wholeCharacters(cut);
}

/** A cut can split a surrogate pair; half a character is dropped. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
