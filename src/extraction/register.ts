/**
 * The event register: who and what the report has spoken of so far, newest last.
 *
 * More than half of the targets and places of acts stand in another sentence than the act. Definite and demonstrative
 * phrases (« la base visée », « cette attaque »), pronouns and ellipses are resolved against it; what is filled from
 * it is marked as inferred.
 */
import type { Effects, EntityType, Subtype, TimeRange } from "../ontology/index.ts";
import { agrees, type PhraseForm, type PronounForm } from "./agreement.ts";
import { type EntityLookup, sameEntity } from "./entities.ts";
import type { Filler, Mention } from "./types.ts";

export interface NotedMention {
  readonly mention: Mention;
  /** Offset at which the text speaks of it: its own, or that of a description that took it up. */
  readonly at: number;
  readonly type: EntityType | undefined;
  readonly sentence: number;
  /** What the sentence is about comes first when a pronoun looks for whom it stands for. */
  readonly standing: Standing;
  /** How the phrase showed itself; unknown where a description or another sentence gave it. */
  readonly form: PhraseForm | undefined;
}

/** Where a participant stood: subject of a main clause, of another clause, or elsewhere. */
export type Standing = "main subject" | "subject" | "other";

/** A subject that no name was found for: whoever it is, a pronoun behind it may stand for it. */
interface UnnamedSubject {
  readonly start: number;
  readonly sentence: number;
  readonly standing: Standing;
  readonly form: PhraseForm;
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
  /** Presented as an answer to an earlier act. */
  readonly answers: boolean;
}

export class EventRegister {
  readonly #entities: EntityLookup;
  readonly #mentions: NotedMention[] = [];
  readonly #unnamed: UnnamedSubject[] = [];
  readonly #grounds = new Map<string, number>();
  #placed = 0;
  readonly #events: RegisteredEvent[] = [];
  #speaker: readonly Filler[] = [];
  /** The last account that a sentence marked as somebody's, and where: it may go on unmarked. */
  account:
    | { readonly source: readonly Filler[]; readonly sentence: number; readonly paragraph: number }
    | undefined;
  /** Who was named with an office, newest last, by the lemma of its word. */
  readonly #offices = new Map<string, Mention[]>();

  constructor(entities: EntityLookup) {
    this.#entities = entities;
  }

  note({ mention, ...where }: Omit<NotedMention, "type">): void {
    const type = this.#entities.typeOf(mention);
    this.#mentions.push({ mention, ...where, type });
    const country = type !== undefined && GROUNDS.has(type) ? this.#entities.countryOf(mention) : undefined;
    if (country === undefined) return;
    this.#placed++;
    this.#grounds.set(country, (this.#grounds.get(country) ?? 0) + 1);
  }

  noteUnnamed(subject: UnnamedSubject): void {
    this.#unnamed.push(subject);
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
      if (!noted || noted.at >= before || noted.type === undefined || !types.includes(noted.type)) continue;
      if (!fits(noted.mention)) continue;
      if (word === undefined || this.#entities.isCalled(noted.mention, word)) return noted.mention;
      fallback ??= noted.mention;
    }
    return fallback;
  }

  /**
   * Whom a pronoun stands for: the subject of the last sentences that agrees with it and stands most in view.
   * Undefined where that is somebody without a name, so that nobody else is taken for them.
   * `before`: offset of the pronoun; `sentence`: its sentence; `fits`: what else is asked.
   */
  antecedent(
    pronoun: PronounForm,
    types: readonly EntityType[],
    { before, sentence }: { readonly before: number; readonly sentence: number },
    fits: (mention: Mention) => boolean = () => true,
  ): Mention | undefined {
    let best: Mention | undefined;
    let most = 0;
    const consider = (mention: Mention | undefined, standing: keyof typeof IN_VIEW, back: number) => {
      const view = IN_VIEW[standing] - back;
      // Later ones win a tie.
      if (view > 0 && view >= most) [best, most] = [mention, view];
    };
    for (const { mention, at, type, sentence: own, standing, form } of this.#mentions.slice(-WINDOW)) {
      const known = type !== undefined && types.includes(type) && at < before;
      // People are taken up by pronouns wherever they stood.
      const rank = type === "Person" && standing === "other" ? "person" : standing;
      if (known && agrees(pronoun, form, type) && fits(mention)) consider(mention, rank, sentence - own);
    }
    for (const { start, sentence: own, standing, form } of this.#unnamed.slice(-WINDOW))
      if (start < before && agrees(pronoun, form, undefined)) {
        const view = IN_VIEW[standing] - (sentence - own);
        if (view > most) [best, most] = [undefined, view];
      }
    return best;
  }

  /** The state on whose ground most places named so far lie; undefined where no state has more than half of them. */
  get scene(): string | undefined {
    let most: string | undefined;
    for (const [country, times] of this.#grounds)
      if (times >= MIN_GROUNDS && 2 * times > this.#placed) most = country;
    return most;
  }

  /** Persons named anywhere so far or, by `all`, in the document: for « le ministre », « le président américain ». */
  persons(): readonly Mention[] {
    const out: Mention[] = [];
    for (const { mention, type } of this.#mentions)
      if (type === "Person" && !out.some((m) => sameEntity(m, mention))) out.push(mention);
    return out;
  }
}

/** For how many sentences a participant stays in view of pronouns. */
const IN_VIEW: Readonly<Record<Standing | "person", number>> = {
  "main subject": 4.5,
  subject: 3,
  person: 1.5,
  other: 0,
};

/** Places that tell on whose ground a report plays. */
const GROUNDS: ReadonlySet<EntityType> = new Set(["Place", "Base", "Facility"]);
const MIN_GROUNDS = 2;

/** How many mentions back an antecedent may stand: keeps the cost per look-up constant on long reports. */
const WINDOW = 60;
