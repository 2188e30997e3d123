/**
 * The event register: who and what the report has spoken of so far, newest last.
 *
 * More than half of the targets and places of acts stand in another sentence than the act. Definite and demonstrative
 * phrases (« la base visée », « cette attaque »), pronouns and ellipses are resolved against it; what is filled from
 * it is marked as inferred.
 */
import type { Effects, EntityType, Subtype, TimeRange } from "../ontology/index.ts";
import { type EntityLookup, sameEntity } from "./entities.ts";
import type { Filler, Mention } from "./types.ts";

export interface NotedMention {
  readonly mention: Mention;
  readonly type: EntityType | undefined;
  readonly sentence: number;
  /** Named as the subject of a finite verb: the likelier antecedent of a pronoun. */
  readonly subject: boolean;
}

/** An act of the report, as later wording can point back to it. */
export interface RegisteredEvent {
  /** Position among the drafts of the document. */
  readonly draft: number;
  /** Lemma of the word that told it. */
  readonly trigger: string;
  readonly family: string;
  readonly subtype: Subtype | undefined;
  readonly agent: readonly Filler[];
  readonly target: readonly Filler[];
  readonly place: readonly Filler[];
  readonly time: TimeRange | undefined;
  readonly effects: Effects | undefined;
  readonly sentence: number;
  readonly paragraph: number;
  readonly factual: boolean;
}

export class EventRegister {
  readonly #entities: EntityLookup;
  readonly #mentions: NotedMention[] = [];
  readonly #events: RegisteredEvent[] = [];
  #speaker: readonly Filler[] = [];
  /** Who was named with an office, newest last, by the lemma of its word. */
  readonly #offices = new Map<string, Mention[]>();

  constructor(entities: EntityLookup) {
    this.#entities = entities;
  }

  note(mention: Mention, sentence: number, subject: boolean): void {
    this.#mentions.push({ mention, type: this.#entities.typeOf(mention), sentence, subject });
  }

  addEvent(event: RegisteredEvent): void {
    this.#events.push(event);
  }

  get events(): readonly RegisteredEvent[] {
    return this.#events;
  }

  noteOffice(office: string, holder: Mention): void {
    const holders = this.#offices.get(office) ?? [];
    this.#offices.set(office, [...holders.filter((m) => !sameEntity(m, holder)), holder]);
  }

  /** The last person named with the office before an offset. */
  holderOf(office: string, before: number): Mention | undefined {
    return this.#offices.get(office)?.findLast((m) => m.start < before);
  }

  /** Whoever spoke last, for « a-t-il ajouté » and quotations that go on. */
  get speaker(): readonly Filler[] {
    return this.#speaker;
  }

  set speaker(fillers: readonly Filler[]) {
    if (fillers.length > 0) this.#speaker = fillers.map((f) => ({ ...f, inferred: true }));
  }

  /** The newest event that passes the test; those of the last `sentences` sentences only, where given. */
  latestEvent(test: (event: RegisteredEvent) => boolean, since = 0): RegisteredEvent | undefined {
    for (let k = this.#events.length - 1; k >= 0; k--) {
      const event = this.#events[k];
      if (!event || event.sentence < since) return undefined;
      if (test(event)) return event;
    }
    return undefined;
  }

  /**
   * The newest mention of one of the types; one whose name holds `word` wins over a newer one that does not.
   * `before`: mentions that start at or after this offset do not count; `fits`: what else is asked of one.
   */
  latestMention(
    types: readonly EntityType[],
    before: number,
    word?: string,
    fits: (mention: Mention) => boolean = () => true,
  ): Mention | undefined {
    let fallback: Mention | undefined;
    const oldest = Math.max(0, this.#mentions.length - WINDOW);
    for (let k = this.#mentions.length - 1; k >= oldest; k--) {
      const noted = this.#mentions[k];
      if (!noted || noted.mention.start >= before || noted.type === undefined || !types.includes(noted.type))
        continue;
      if (!fits(noted.mention)) continue;
      if (word === undefined || this.#entities.isCalled(noted.mention, word)) return noted.mention;
      fallback ??= noted.mention;
    }
    return fallback;
  }

  /** The newest participant named as a subject, of one of the types: the antecedent of « il », "it". */
  latestSubject(
    types: readonly EntityType[],
    before: number,
    fits: (mention: Mention) => boolean = () => true,
  ): Mention | undefined {
    const oldest = Math.max(0, this.#mentions.length - WINDOW);
    for (let k = this.#mentions.length - 1; k >= oldest; k--) {
      const noted = this.#mentions[k];
      if (
        noted?.subject &&
        noted.mention.start < before &&
        noted.type !== undefined &&
        types.includes(noted.type) &&
        fits(noted.mention)
      )
        return noted.mention;
    }
    return undefined;
  }

  /** Persons named anywhere so far or, by `all`, in the document: for « le ministre », « le président américain ». */
  persons(): readonly Mention[] {
    const out: Mention[] = [];
    for (const { mention, type } of this.#mentions)
      if (type === "Person" && !out.some((m) => sameEntity(m, mention))) out.push(mention);
    return out;
  }
}

/** How many mentions back an antecedent may stand: keeps the cost per look-up constant on long reports. */
const WINDOW = 60;
