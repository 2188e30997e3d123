/** What is kept of the reports of a case: found again, checked against what it rests on, and kept anew. */
import type { SourceDocument } from "../documents/index.ts";
import type { Claim } from "../ontology/index.ts";
import { sha256, stableStringify } from "../shared/index.ts";
import type { ReportLinks } from "./entities/link.ts";
import type { Threads } from "./events/threads.ts";
import type { KeptPairs, KnownPairs } from "./events/weighed-pairs.ts";
import type { KeptReport } from "./kept-report.ts";
import type { FilledLinks } from "./links/attach.ts";
import { type Memory, NO_MEMORY } from "./memory.ts";
import type { ResolveInput } from "./types.ts";

/** Hash of all that every report's resolution depends on. */
const commonKey = ({ packs, decisions, settings, extractor }: ResolveInput): string =>
  sha256(stableStringify([packs.hash, decisions, settings, extractor]));

/** Key of what is kept of a report: all that its linking depends on, but for what other reports say. */
const reportKey = (common: string, { text: _hashed, ...record }: SourceDocument, reading: string): string =>
  sha256([common, reading, stableStringify(record)].join("\n"));

export class Recall {
  readonly #memory: Memory;
  readonly #pairsKey: string;
  readonly #keys: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, KeptReport>();
  readonly #types = new Map<string, string>();
  readonly #said = new Map<string, string>();
  readonly #groups = new Map<string, string>();

  constructor(input: ResolveInput, documents: ReadonlyMap<string, SourceDocument>) {
    this.#memory = input.memory ?? NO_MEMORY;
    const common = input.memory ? commonKey(input) : "";
    this.#pairsKey = sha256(`pairs ${common}`);
    this.#keys = new Map(
      input.extractions.flatMap(({ document, key }) => {
        const source = documents.get(document);
        return input.memory && source && key ? [[document, reportKey(common, source, key)] as const] : [];
      }),
    );
    for (const [document, key] of this.#keys) {
      const kept = this.#memory.get(key) as KeptReport | undefined;
      if (kept) this.#kept.set(document, kept);
    }
  }

  /** What was made of a report the last time, as far as that rests on the report alone. */
  readonly keptOf = (document: string): KeptReport | undefined => this.#kept.get(document);

  /** Takes note of the links of reports, and of the types of the new entities that they mention. */
  noteLinks(reports: readonly ReportLinks[], typeOf: (id: string) => string): void {
    for (const { document, names, linked, isKept } of reports) {
      const key = this.#keys.get(document);
      if (key === undefined) continue;
      const types = linked.uses.map(({ entity }) => typeOf(entity)).join(" ");
      this.#types.set(document, types);
      this.#said.set(document, sha256([key, names, types].join("\n")));
      if (!isKept || this.#kept.get(document)?.types !== types) this.#kept.delete(document);
    }
  }

  /** The threads of a report, where nothing that they rest on has changed. To be asked for after `noteLinks`. */
  readonly threadsOf = (document: string): Threads | undefined => this.#kept.get(document)?.threads;

  /** The pairs that were weighed the last time. To be asked for after `noteLinks`. */
  knownPairs(): KnownPairs {
    const kept = this.#memory.get(this.#pairsKey) as KeptPairs | undefined;
    return { kept, saidOf: (document) => this.#said.get(document) };
  }

  keepPairs(pairs: KeptPairs | undefined): void {
    if (pairs) this.#memory.set(this.#pairsKey, pairs);
  }

  /**
   * The links of a report, where its acts are in the groups that they were in and the other reports of these say what
   * they said. To be asked for after `noteLinks`.
   */
  linksOf(
    document: string,
    claims: readonly Claim[],
    groupOf: ReadonlyMap<string, readonly Claim[]>,
  ): FilledLinks | undefined {
    if (!this.#said.has(document)) return undefined;
    const groups = claims.flatMap(({ id }) => {
      const group = groupOf.get(id) ?? [];
      return group.length > 1 ? [group] : [];
    });
    const reports = new Set([document, ...groups.flatMap((group) => group.map((claim) => claim.document))]);
    const stamp = sha256(
      [
        ...groups.map((group) => group.map(({ id }) => id).join(" ")),
        ...[...reports].map((report) => this.#said.get(report) ?? ""),
      ].join("\n"),
    );
    this.#groups.set(document, stamp);
    const kept = this.#kept.get(document);
    if (kept?.groups === stamp) return kept.links;
    this.#kept.delete(document);
    return undefined;
  }

  /** Keeps what was made of a report, unless it is kept already. To be called after `linksOf`. */
  keep({ document, proposed, names, linked }: ReportLinks, threads: Threads, links: FilledLinks): void {
    const [key, types, groups] = [this.#keys, this.#types, this.#groups].map((each) => each.get(document));
    if (key === undefined || types === undefined || groups === undefined || this.#kept.has(document)) return;
    const kept: KeptReport = { proposed, names, linked, types, threads, groups, links };
    this.#memory.set(key, kept);
  }
}
