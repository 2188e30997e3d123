/** What is kept of the reports of a case: found again, checked against what it rests on, and kept anew. */
import type { SourceDocument } from "../documents/index.ts";
import type { Claim, ConflictEvent, SourceKeys } from "../ontology/index.ts";
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
  /** Reports of which something is not what was kept. */
  readonly #changed = new Set<string>();
  readonly #types = new Map<string, string>();
  readonly #said = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  readonly #events = new Map<string, Record<string, readonly [stamp: string, event: ConflictEvent]>>();

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
      if (!isKept || this.#kept.get(document)?.types !== types) this.#changed.add(document);
    }
  }

  /** The threads of a report, where nothing that they rest on has changed. To be asked for after `noteLinks`. */
  readonly threadsOf = (document: string): Threads | undefined =>
    this.#changed.has(document) ? undefined : this.#kept.get(document)?.threads;

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
    const others = groups.flat();
    const stamp = this.#stamp(
      [document, ...others.map((claim) => claim.document)],
      groups.map((group) => group.map(({ id }) => id).join(" ")),
    );
    this.#groups.set(document, stamp);
    const kept = this.#kept.get(document);
    if (kept?.groups === stamp) return kept.links;
    this.#changed.add(document);
    return undefined;
  }

  /**
   * The event of some claims and the statements on it, made anew where it does not say what it said. To be asked for
   * after `linksOf`.
   * @param keysOf  sources of a claim
   */
  eventOf(
    claims: readonly [Claim, ...Claim[]],
    statements: readonly Claim[],
    keysOf: SourceKeys,
    make: () => ConflictEvent,
  ): ConflictEvent {
    const { id, document } = claims[0];
    if (!this.#said.has(document)) return make();
    const all = [...claims, ...statements];
    const stamp = this.#stamp(
      all.map((claim) => claim.document),
      [String(claims.length), ...all.map((claim) => `${claim.id} ${keysOf(claim).join(" ")}`)],
    );
    const kept = this.#kept.get(document)?.events[id];
    const isKept = kept?.[0] === stamp;
    if (!isKept) this.#changed.add(document);
    const event = isKept ? kept[1] : make();
    const own = this.#events.get(document) ?? {};
    own[id] = [stamp, event];
    this.#events.set(document, own);
    return event;
  }

  /** Keeps what was made of a report, unless it is kept already. To be called last. */
  keep({ document, proposed, names, linked }: ReportLinks, threads: Threads, links: FilledLinks): void {
    const [key, types, groups] = [this.#keys, this.#types, this.#groups].map((each) => each.get(document));
    if (key === undefined || types === undefined || groups === undefined) return;
    const events = this.#events.get(document) ?? {};
    const before = Object.keys(this.#kept.get(document)?.events ?? {}).length;
    if (!this.#changed.has(document) && before === Object.keys(events).length) return;
    const kept: KeptReport = { proposed, names, linked, types, threads, groups, links, events };
    this.#memory.set(key, kept);
  }

  /** Hash of what some reports say, each once, and of how it comes together. */
  #stamp(documents: readonly string[], parts: readonly string[]): string {
    const said = [...new Set(documents)].map((document) => this.#said.get(document) ?? "");
    return sha256([...parts, ...said].join("\n"));
  }
}
