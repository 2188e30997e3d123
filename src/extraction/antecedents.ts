/** Whom words without a name point back to: pronouns, possessives, and definite phrases (« la base », "the group"). */
import type { EntityType, Role } from "../ontology/index.ts";
import { agrees, pronounForm } from "./agreement.ts";
import { canFill, type EntityLookup } from "./entities.ts";
import type { EventRegister } from "./register.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler, Mention } from "./types.ts";

const ACTORS: readonly EntityType[] = ["ArmedGroup", "MilitaryForce", "Country", "Institution", "Person"];
const OWNERS: readonly EntityType[] = ["ArmedGroup", "MilitaryForce", "Country", "Person"];

/** First persons speak for whoever is quoted; outside a quotation the report speaks for itself. */
export const isQuoted = (view: SentenceView, at: number): boolean => (view.tokens[at]?.quoted ?? 0) > 0;

export class Antecedents {
  readonly entities: EntityLookup;
  readonly register: EventRegister;

  constructor(entities: EntityLookup, register: EventRegister) {
    this.entities = entities;
    this.register = register;
  }

  /** Whom a pronoun stands for; undefined where the word is none, empty where nobody is found. */
  readPronoun(view: SentenceView, head: number, role: Role): readonly Filler[] | undefined {
    const { third, first, place, object } = view.index.lexicon.grammar.pronouns;
    const word = view.lower(head);
    const before = view.tokens[head]?.start ?? 0;
    if (place.includes(word) && (role === "place" || role === "target")) {
      const site = this.register.latestMention(["Base", "Facility", "Place"], before);
      return site ? [{ mention: site, inferred: true }] : [];
    }
    if (!view.pos(head).startsWith("PRON") && !word.startsWith("-")) return undefined;
    if (object.includes(word) && (role === "origin" || role === "place")) {
      const site = this.register.latestMention(["Base", "Facility", "Place"], before);
      return site ? [{ mention: site, inferred: true }] : [];
    }
    if (first.includes(word))
      return (role === "speaker" || role === "agent") && isQuoted(view, head) ? this.register.speaker : [];
    if (!third.includes(word)) return [];
    // « a-t-il ajouté » goes on with the last speaker; « Elle dément » takes up the last subject.
    const opens = head < 3 && !word.startsWith("-");
    const form = pronounForm(view.index.lexicon.agreement, word);
    const speaker = this.register.speaker.filter((f) =>
      agrees({ ...form, gender: undefined, number: undefined }, undefined, this.entities.typeOf(f.mention)),
    );
    if ((role === "source" || (role === "speaker" && !opens)) && speaker.length > 0) return speaker;
    return this.#standsFor(
      view,
      head,
      word,
      role === "target" ? [...ACTORS, "Base", "Facility", "Unit"] : ACTORS,
      (mention) => !this.#isSubjectBeside(view, head, mention),
    );
  }

  /** The antecedent of the pronoun or possessive `word` at `at`. */
  #standsFor(
    view: SentenceView,
    at: number,
    word: string,
    types: readonly EntityType[],
    fits?: (mention: Mention) => boolean,
  ): readonly Filler[] {
    const mention = this.register.antecedent(
      pronounForm(view.index.lexicon.agreement, word),
      types,
      { before: view.tokens[at]?.start ?? 0, sentence: view.sentence.index },
      fits,
    );
    return mention ? [{ mention, inferred: true }] : [];
  }

  /** Whom a possessive stands for: « ses hommes », "their jets". */
  readPossessive(view: SentenceView, at: number): readonly Filler[] {
    return this.#standsFor(view, at, view.lower(at), OWNERS);
  }

  /** "The Houthis hit it": a pronoun is never the subject of its own verb. */
  #isSubjectBeside(view: SentenceView, head: number, { start }: Mention): boolean {
    const verb = view.head(head);
    if (!view.isVerb(verb) || view.relation(head).startsWith("nsubj")) return false;
    return view.kids(verb, "nsubj").some((k) => view.subtree(k).some((i) => view.tokens[i]?.start === start));
  }

  /** Definite and demonstrative phrases without a name: the newest mention of the kind they describe. */
  readAnaphor(view: SentenceView, head: number, role: Role): readonly Filler[] {
    const determiner = view.determiner(head);
    if (!determiner) return [];
    const before = view.tokens[view.phraseStart(head)]?.start ?? 0;
    const lemma = view.lemma(head);
    const find = (
      types: readonly EntityType[],
      word?: string,
      fits?: (mention: Mention) => boolean,
    ): readonly Filler[] => {
      if (!types.some((t) => canFill(role, t))) return [];
      const mention = this.register.latestMention(types, before, word, fits);
      return mention && canFill(role, this.entities.typeOf(mention)) ? [{ mention, inferred: true }] : [];
    };
    // « le camp » never takes up « un dépôt »: a site without a name is known by what kind it is.
    if (view.isOfClass(head, "site-anaphora"))
      return find(
        ["Base", "Facility"],
        lemma,
        (m) => m.proposed?.document === undefined || this.entities.isCalled(m, lemma),
      );
    if (view.isOfClass(head, "vessel-anaphora")) {
      // A warship goes by its navy; « le navire » takes up a merchant ship.
      const isMerchant = (m: Mention) => this.entities.get(m.candidates[0])?.within === undefined;
      return find(["Unit"], lemma, isMerchant);
    }
    if (view.isOfClass(head, "place-anaphora")) return find(["Place"], lemma);
    if (view.isOfClass(head, "group-anaphora")) {
      const called = find(["ArmedGroup", "MilitaryForce"], lemma).filter((f) =>
        this.entities.isCalled(f.mention, lemma),
      );
      return called.length > 0 ? called : find(["ArmedGroup"]);
    }
    if (view.isOfClass(head, "fighters-anaphora")) return find(["ArmedGroup"], lemma);
    if (view.isOfClass(head, "force-anaphora"))
      return this.#ofScene(view, head, role, find(["MilitaryForce"], lemma));
    if (view.isOfClass(head, "state-anaphora"))
      return this.#ofScene(view, head, role, [...find(["Institution"], lemma), ...find(["Country"])]);
    if (view.isOfClass(head, "media-anaphora")) return find(["Media"]);
    // « le ministère »; « le ministère de la Défense » says itself which one it is.
    const bare = view.kids(head, "nmod", "amod", "compound", "appos").length === 0;
    if (bare && view.isOfClass(head, "bodies") && (role === "speaker" || role === "source")) {
      return find(["Institution"], lemma).filter((f) => this.entities.isCalled(f.mention, lemma));
    }
    if (view.isOfClass(head, "office") && role !== "target") {
      const person = this.register.latestMention(["Person"], before, lemma);
      return person && this.#holds(person, lemma) && canFill(role, "Person")
        ? [{ mention: person, inferred: true }]
        : [];
    }
    return [];
  }

  /**
   * « l'armée », "the junta": who was called so before; else the body of the state on whose ground the report plays;
   * else the first of those found.
   */
  #ofScene(view: SentenceView, head: number, role: Role, found: readonly Filler[]): readonly Filler[] {
    const lemma = view.lemma(head);
    const called = found.find((f) => this.entities.isCalled(f.mention, lemma));
    if (called) return [called];
    const { scene } = this.register;
    const body = scene === undefined ? undefined : this.entities.bodyOf(scene, lemma);
    if (body && canFill(role, body.type))
      return [{ mention: { ...view.span(head, head), candidates: [body.id] }, inferred: true }];
    const fallback = found.find((f) => this.entities.typeOf(f.mention) !== "Institution");
    return fallback ? [fallback] : [];
  }

  #holds(person: Mention, office: string): boolean {
    return (
      this.entities
        .get(person.candidates[0])
        ?.offices.some((o) => o.position.toLowerCase().includes(office)) ?? false
    );
  }
}
