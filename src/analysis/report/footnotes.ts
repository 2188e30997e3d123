/** Footnotes to sentences: numbered as they are first called upon, each claim once. */
import type { CaseRecords, Claim, DocumentRecord, Language } from "../../ontology/index.ts";
import type { Note } from "./document.ts";
import { day } from "./format.ts";

/** Sentences given for one thing: one an outlet, and no more than this. */
const MOST_PER_CALL = 3;

export class Footnotes {
  private readonly claims: ReadonlyMap<string, Claim>;
  private readonly documents: ReadonlyMap<string, DocumentRecord>;
  private readonly numbers = new Map<string, number>();
  private readonly written: Note[] = [];
  private readonly language: Language;

  constructor(records: CaseRecords, language: Language) {
    this.claims = new Map(records.claims.map((claim) => [claim.id, claim]));
    this.documents = new Map(records.documents.map((document) => [document.id, document]));
    this.language = language;
  }

  /** Numbers of the notes for some claims: surest first, one for each outlet, three at most. */
  cite(claimIds: readonly string[]): number[] {
    const outlets = new Set<string>();
    const chosen = claimIds
      .flatMap((id) => this.claims.get(id) ?? [])
      .sort((a, b) => b.confidence - a.confidence)
      .filter(({ document }) => {
        const outlet = this.documents.get(document)?.publisher ?? document;
        return !outlets.has(outlet) && outlets.add(outlet);
      });
    return chosen.slice(0, MOST_PER_CALL).map((claim) => this.numberOf(claim));
  }

  get notes(): readonly Note[] {
    return this.written;
  }

  private numberOf(claim: Claim): number {
    const key = `${claim.document}\t${claim.evidence.start}\t${claim.evidence.end}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.written.length + 1;
    this.numbers.set(key, number);
    const document = this.documents.get(claim.document);
    const { url, publisher, title, published } = document ?? {};
    this.written.push({
      number,
      quote: claim.evidence.text,
      source: [publisher, title, published && day(published, this.language)].filter(Boolean).join(", "),
      ...(url && /^https?:\/\//i.test(url) && { url }),
      claim: claim.id,
      document: claim.document,
    });
    return number;
  }
}
