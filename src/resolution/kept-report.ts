import type { ConflictEvent } from "../ontology/index.ts";
import type { LinkedReport } from "./entities/link-report.ts";
import type { ProposedName } from "./entities/new-names.ts";
import type { Threads } from "./events/threads.ts";
import type { FilledLinks } from "./links/attach.ts";

/**
 * What was made of one report the last time. Each part holds while the parts before it do and its own stamp, which
 * names what it took from elsewhere, is the same.
 */
export interface KeptReport {
  /** Names that no pack knows, as often as the report has them: they rest on the report alone. */
  readonly proposed: readonly ProposedName[];
  /** Stamp: the entities that those names were. */
  readonly names: string;
  readonly linked: LinkedReport;
  /** Stamp: the types of those entities. */
  readonly types: string;
  readonly threads: Threads;
  /** Stamp: the groups that its acts were in, with what the other reports of them said. */
  readonly groups: string;
  readonly links: FilledLinks;
  /** Its events (those that it tells first, by their first claim), each with its stamp: what all reports say of it. */
  readonly events: Readonly<Record<string, readonly [stamp: string, event: ConflictEvent]>>;
}
