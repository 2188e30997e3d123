/** From a noun phrase to whom it denotes: names, nationality words, offices, and phrases that point back. */
import type { Role } from "../ontology/index.ts";
import { Antecedents, isQuoted } from "./antecedents.ts";
import { canFill, type EntityLookup, mentionOf, sameEntity } from "./entities.ts";
import { OfficeHolders } from "./office-holders.ts";
import type { EventRegister } from "./register.ts";
import type { NameSpan } from "../language/index.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler, Mention } from "./types.ts";

const MAX_DEPTH = 6;
/** How many tokens after a group the name may stand that it calls itself. */
const CALLED_REACH = 12;

/** Relations inside a noun phrase that can hold the name of whom it denotes. */
const NAMING = [
  "nmod",
  "appos",
  "flat",
  "compound",
  "amod",
  "obl",
  "nummod",
  "dep",
  "fixed",
  "acl",
  "parataxis",
];

export class PhraseReader {
  readonly entities: EntityLookup;
  readonly register: EventRegister;
  readonly offices: OfficeHolders;
  readonly #antecedents: Antecedents;

  constructor(entities: EntityLookup, register: EventRegister) {
    this.entities = entities;
    this.register = register;
    this.offices = new OfficeHolders(entities, register);
    this.#antecedents = new Antecedents(entities, register);
  }

  /** Whom a possessive stands for: « ses hommes », "their jets". */
  readPossessive(view: SentenceView, at: number): readonly Filler[] {
    return this.#antecedents.readPossessive(view, at);
  }

  /** The participants that the phrase headed by `head` names for the role; empty where it names none. */
  read(view: SentenceView, head: number, role: Role, depth = 0): readonly Filler[] {
    if (head < 0 || depth > MAX_DEPTH || view.isTime(head) || qualifies(view, head)) return [];
    const own = this.#readHead(view, head, role, depth);
    const conjuncts = view
      .kids(head, "conj")
      .filter((k) => view.isNominal(k))
      .flatMap((k) => this.read(view, k, role, depth + 1));
    return uniqueFillers([...own, ...conjuncts]);
  }

  #readHead(view: SentenceView, head: number, role: Role, depth: number): readonly Filler[] {
    const name = view.name(head);
    if (name && !name.demonym) return this.#readName(view, head, role, depth);
    // « les Américains ont frappé » are forces; « les Américains ont démenti » are a state.
    const speaks = role === "speaker" || role === "source";
    if (name) return this.#fit(mentionOf(this.entities, name, role, !speaks), role);
    const pronoun = this.#antecedents.readPronoun(view, head, role);
    if (pronoun) return pronoun;
    if (view.isOfClass(head, "office")) {
      const person = this.offices.namedWith(view, head);
      if (person && canFill(role, "Person")) return [{ mention: person, inferred: false }];
    }
    const called = this.#readCalled(view, head, role);
    if (called.length > 0) return called;
    const national = this.#readNationality(view, head, role);
    if (national) return national;
    const owner = this.#readOwner(view, head, role, depth);
    if (owner.length > 0 && !this.#namesOne(view, head)) return owner;
    const said = this.#readSaying(view, head, role);
    if (said.length > 0) return said;
    const pointing = this.#antecedents.readAnaphor(view, head, role);
    if (pointing.length > 0 && !this.#namesOne(view, head)) return pointing;
    const inside = this.#readInside(view, head, role, depth);
    return inside.length > 0 ? inside : pointing;
  }

  #readName(view: SentenceView, head: number, role: Role, depth: number): readonly Filler[] {
    const name = view.name(head);
    if (!name) return [];
    const mention = mentionOf(this.entities, name, role);
    const fits = this.#fit(mention, role);
    if (fits.length > 0) {
      // « le Pentagone, par son porte-parole X » keeps the body; « X, du ministère Y » keeps the person.
      return fits;
    }
    if (role !== "place" && this.entities.typeOf(mention) === "Place") {
      return view.kids(head, "appos", "flat", "nmod").flatMap((k) => this.read(view, k, role, depth + 1));
    }
    return [];
  }

  #fit(mention: Mention, role: Role): readonly Filler[] {
    return canFill(role, this.entities.typeOf(mention)) ? [{ mention, inferred: false }] : [];
  }

  /** « avions américains » → the forces; « gouvernement irakien » → the state; « civils syriens » → nobody. */
  #readNationality(view: SentenceView, head: number, role: Role): readonly Filler[] | undefined {
    const modifiers = [
      ...view.kids(head, "amod", "nmod", "compound", "flat", "appos", "acl", "dep", "nmod:poss"),
      ...[head + 1, head - 1, head + 2].filter((k) => view.name(k)?.demonym && view.head(k) === head),
    ];
    const out: Filler[] = [];
    for (const k of new Set(modifiers)) {
      const withConjuncts = [k, ...view.kids(k, "conj")];
      for (const m of withConjuncts) {
        const name = view.name(m);
        if (
          !name?.demonym ||
          qualifies(view, m) ||
          (view.preposition(m) !== "" && !/^(amod|compound|conj)/.test(view.relation(m)))
        )
          continue;
        if (view.isOfClass(head, "office")) {
          const person = this.offices.ofBody(view, head, name.candidates[0]);
          if (person && canFill(role, "Person")) return [{ mention: person, inferred: false }];
        }
        const military =
          view.isOfClass(head, "military") ||
          (view.isOfClass(head, "unit") && !view.isOfClass(head, "civilian"));
        // « un ressortissant syrien », "two British aid workers": no side answers for them.
        if (view.isOfClass(head, "civilian") && !military) return this.#ofBody(view, head, role);
        // A merchant ship's flag is no party.
        if (view.isOfClass(head, "vessel-anaphora")) return [];
        if (view.isOfClass(head, "site-anaphora") && role === "target") {
          // « la base américaine » is the base spoken of, not its owner; only an unknown one stands for the forces.
          const known = this.#antecedents.readAnaphor(view, head, role);
          if (known.length > 0 || view.determiner(head) === "definite") return known;
        }
        const mention = mentionOf(
          this.entities,
          name,
          role,
          military || view.isOfClass(head, "site-anaphora"),
        );
        out.push(...this.#fit(mention, role));
      }
    }
    return out.length > 0 ? out : undefined;
  }

  /** « des employés yéménites de l'ONU »: the body that civilians belong to, their nationality left out. */
  #ofBody(view: SentenceView, head: number, role: Role): readonly Filler[] {
    return view
      .kids(head, "nmod", "appos")
      .filter((k) => view.name(k)?.demonym !== true && view.isLedBy(k, "of"))
      .flatMap((k) => this.read(view, k, role, MAX_DEPTH));
  }

  /** « un groupe se faisant appeler X », "a group calling itself X": the name that the group goes by. */
  #readCalled(view: SentenceView, head: number, role: Role): readonly Filler[] {
    if (!view.isOfClass(head, "group-anaphora")) return [];
    for (let k = head + 1; k < Math.min(view.length, head + CALLED_REACH) && !view.isFinite(k); k++) {
      const link = view
        .spellings(k)
        .map((s) => view.index.links.get(s))
        .find((l) => l?.relation === "also-called");
      if (!link) continue;
      for (let q = k + 1; q < Math.min(view.length, k + 4); q++) {
        const name = view.name(q);
        if (name) return this.#fit(mentionOf(this.entities, name, role), role);
      }
    }
    return [];
  }

  /** « nos forces », « ses hommes », « X, dont les hommes »: people who stand for the party they belong to. */
  #readOwner(view: SentenceView, head: number, role: Role, depth: number): readonly Filler[] {
    if (
      !view.isOfClass(head, "people") &&
      !view.isOfClass(head, "military") &&
      !view.isOfClass(head, "state")
    )
      return [];
    if (!canFill(role, "ArmedGroup")) return [];
    const { possessive, first, owner: owners } = view.index.lexicon.grammar.pronouns;
    const start = view.phraseStart(head);
    for (let k = Math.max(0, start - 2); k < head; k++) {
      const word = view.lower(k);
      if (first.includes(word)) return isQuoted(view, head) ? this.register.speaker : [];
      if (possessive.includes(word)) {
        return this.#antecedents.readPossessive(view, k);
      }
      if (k < start && owners.includes(word)) {
        for (let q = k - 1; q >= Math.max(0, k - 6); q--)
          if (view.isNoun(q))
            return this.read(view, q, role, Math.max(depth + 1, MAX_DEPTH - 2)).map((f) => ({
              ...f,
              inferred: false,
            }));
      }
    }
    return [];
  }

  /** « selon le même texte », « précise le communiqué », « a ajouté la ministre »: whoever spoke last. */
  #readSaying(view: SentenceView, head: number, role: Role): readonly Filler[] {
    if ((role !== "source" && role !== "speaker") || !view.determiner(head) || this.#namesOne(view, head))
      return [];
    if (view.isOfClass(head, "document") || view.lower(head) === "même") return this.register.speaker;
    if (!view.isOfClass(head, "office") || view.isOfClass(head, "unnamed")) return [];
    const last = this.register.speaker.filter((f) => this.entities.typeOf(f.mention) === "Person");
    if (last.length > 0) return last;
    const holder = this.register.holderOf(view.lemma(head), view.tokens[head]?.start ?? 0);
    return holder ? [{ mention: holder, inferred: true }] : [];
  }

  /** A town, region or sea named beside a thing that was hit says where it was, not what. */
  #isArea(name: NameSpan, role: Role): boolean {
    const type = this.entities.typeOf(mentionOf(this.entities, name, role));
    return type === "Place" || type === "Country";
  }

  /** Whether the phrase itself holds a name, so that it needs no antecedent. */
  #namesOne(view: SentenceView, head: number): boolean {
    return view.subtree(head, "acl", "conj", "parataxis", "advcl").some((k) => view.name(k) !== undefined);
  }

  /** Names in the complements of the phrase: « positions du Hachd », « la base d'al-Omar ». */
  #readInside(view: SentenceView, head: number, role: Role, depth: number): readonly Filler[] {
    const out: Filler[] = [];
    if (
      view.isOfClass(head, "region") &&
      (role === "agent" || role === "speaker" || role === "source" || role === "target")
    )
      return role === "target" ? this.#readInside(view, head, "place", depth) : [];
    for (const k of view.kids(head, ...NAMING)) {
      if (!view.isNominal(k) && !view.pos(k).startsWith("ADJ")) continue;
      if (view.relation(k).startsWith("acl")) continue;
      // « proche de X », « lié à X » says whom it is near to, not who it is.
      if (view.pos(k).startsWith("ADJ") && view.name(k) === undefined) continue;
      const preposition = view.preposition(k);
      const ofPhrase = preposition === "" || view.isLedBy(k, "of");
      if (!ofPhrase && role !== "place") continue;
      out.push(...this.read(view, k, role, depth + 1));
    }
    // « un pétrolier battant pavillon panaméen »: a ship's flag and owner are not who is struck.
    if (out.length === 0 && role === "target" && !view.isOfClass(head, "vessels")) {
      // « des sites abritant des Américains »: only where nothing nearer names anybody.
      for (const k of view.kids(head, "acl", "nmod", "obl")) {
        const first = view.subtree(k, "parataxis").find((j) => {
          const name = view.name(j);
          const owner = view.relation(j) === "nmod:poss" && view.name(view.head(j)) !== undefined;
          return (
            name !== undefined &&
            !owner &&
            !qualifies(view, j) &&
            !this.#isArea(name, role) &&
            this.#fit(mentionOf(this.entities, name, role, true), role).length > 0
          );
        });
        const name = first === undefined ? undefined : view.name(first);
        if (name) return this.#fit(mentionOf(this.entities, name, role, true), role);
      }
    }
    return out;
  }
}

/** "a Greek-owned carrier", "Houthi-controlled areas": a name that a hyphen joins to a word tells of what kind the thing is. */
export const qualifies = (view: SentenceView, k: number): boolean =>
  view.lower(k + 1) === "-" &&
  view.name(k + 2) === undefined &&
  /^\p{Ll}/u.test(view.tokens[k + 2]?.form ?? "");

export function uniqueFillers(fillers: readonly Filler[]): Filler[] {
  const out: Filler[] = [];
  for (const f of fillers) if (!out.some((o) => sameEntity(o.mention, f.mention))) out.push(f);
  return out;
}
