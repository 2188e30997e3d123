/** Noun phrases of English war reports: who acts and speaks, what is struck, counted and spoken of. */
import type { Choice } from "./choice.ts";
import {
  type VerbForm,
  ACTS,
  PARTIES,
  BODIES,
  THINGS,
  SUFFERERS,
  EVENTS,
  ADJECTIVES,
  COMPOUNDS,
  DEMONYMS,
  OFFICES,
  TITLES,
  NUMBERS,
  PLACES_LED,
  article,
  inflected,
} from "./english-words.ts";
import { after, before, closed, opened, type Tree, word } from "./tree.ts";

export class EnglishPhrases {
  readonly #choice: Choice;
  readonly #predicate: (form: VerbForm) => Tree;

  /** `predicate` makes the verb phrases of relative clauses. */
  constructor(choice: Choice, predicate: (form: VerbForm) => Tree) {
    this.#choice = choice;
    this.#predicate = predicate;
  }

  /** Who acts: a plural without an article, a body with one, a name, with what describes them. */
  doer(): Tree {
    const c = this.#choice;
    return c.weighted<() => Tree>([
      [5, () => this.plural()],
      [4, () => this.body()],
      [4, () => this.name()],
      [2, () => this.counted(PARTIES)],
      [2, () => this.backed()],
      [1, () => this.who()],
      [1, () => this.pair()],
      [1, () => this.artillery()],
      [1, () => this.officeHolder()],
    ])();
  }

  speaker(): Tree {
    const c = this.#choice;
    return c.weighted<() => Tree>([
      [4, () => this.body()],
      [3, () => this.name()],
      [4, () => this.officeHolder()],
      [2, () => this.plural()],
    ])();
  }

  plural(): Tree {
    return this.described(word(this.#choice.of(PARTIES), "NOUN"));
  }

  described(noun: Tree): Tree {
    const c = this.#choice;
    let out = noun;
    if (c.chance(0.2)) out = before(out, "compound", word(c.of(COMPOUNDS), "NOUN"));
    if (c.chance(0.25)) out = before(out, "amod", word(c.of(ADJECTIVES), "ADJ"));
    if (c.chance(0.3)) out = before(out, "amod", word(c.of(DEMONYMS), "ADJ"));
    return out;
  }

  /** "Syrian government artillery", "LNA jets": what belongs to a named party. */
  artillery(): Tree {
    const c = this.#choice;
    const noun = word(
      c.of(["artillery", "aviation", "cavalry", "infantry", ...PARTIES.slice(8, 16)]),
      "NOUN",
    );
    return c.chance(0.5)
      ? before(noun, "compound", this.name())
      : before(before(noun, "compound", word("government", "NOUN")), "amod", word(c.of(DEMONYMS), "ADJ"));
  }

  body(): Tree {
    const c = this.#choice;
    const noun = this.described(word(c.of(BODIES), "NOUN"));
    if (c.chance(0.15)) return before(noun, "nmod:poss", after(this.name(), "case", word("'s", "PART")));
    return before(noun, "det", article(noun, c.chance(0.8)));
  }

  backed(): Tree {
    const c = this.#choice;
    const how = after(
      inflected(c.of(["back", "support", "lead", "arm", "train", "accuse"]), "Part"),
      "obl:agent",
      this.led("by", c.chance(0.5) ? this.name() : this.plural()),
    );
    return after(
      c.chance(0.6) ? this.plural() : this.body(),
      "acl",
      c.chance(0.6) ? how : closed(opened(how, ","), ","),
    );
  }

  who(): Tree {
    const c = this.#choice;
    const clause = before(this.#predicate("Fin"), "nsubj", word("who", "PRON"));
    return after(this.plural(), "acl:relcl", c.chance(0.5) ? clause : closed(opened(clause, ","), ","));
  }

  pair(): Tree {
    return after(this.plural(), "conj", before(this.plural(), "cc", word("and", "CCONJ")));
  }

  /** "the council's spokesman, Omar Darwil,", "a spokesman for the front, Colonel X,", "Omar Darwil, the governor of Y," */
  officeHolder(): Tree {
    const c = this.#choice;
    const office = word(c.of(OFFICES), "NOUN");
    const person = c.chance(0.3) ? before(this.person(), "nmod", word(c.of(TITLES), "PROPN")) : this.person();
    const of = () => this.led(c.of(["of", "for"]), c.chance(0.5) ? this.name() : this.body());
    if (c.chance(0.25)) {
      const named = before(after(office, "nmod", of()), "det", word(c.of(["the", "a"]), "DET"));
      return after(this.person(), "appos", closed(opened(named, ","), ","));
    }
    let led = c.chance(0.4)
      ? before(
          office,
          "nmod:poss",
          after(c.chance(0.5) ? this.name() : this.body(), "case", word("'s", "PART")),
        )
      : before(
          c.chance(0.6)
            ? after(office, "nmod", of())
            : before(office, "compound", word(c.of(COMPOUNDS), "NOUN")),
          "det",
          word(c.of(["the", "a"]), "DET"),
        );
    if (c.chance(0.7)) led = after(led, "appos", closed(opened(person, ","), ","));
    return led;
  }

  sufferer(): Tree {
    const c = this.#choice;
    return c.weighted<() => Tree>([
      [4, () => this.thing()],
      [3, () => this.counted(SUFFERERS)],
      [2, () => this.name()],
      [1, () => before(this.described(word(c.of(SUFFERERS), "NOUN")), "det", word("the", "DET"))],
      [1, () => after(this.thing(), "conj", before(this.thing(), "cc", word("and", "CCONJ")))],
      [1, () => after(this.name(), "conj", before(this.name(), "cc", word("and", "CCONJ")))],
      [
        1,
        () =>
          this.described(
            word(c.of(["targets", "positions", "villages", "vehicles", "rifles", "houses"]), "NOUN"),
          ),
      ],
    ])();
  }

  thing(): Tree {
    const c = this.#choice;
    let noun = word(c.of(THINGS), "NOUN");
    if (c.chance(0.3)) noun = before(noun, "compound", word(c.of(COMPOUNDS), "NOUN"));
    if (c.chance(0.15)) noun = before(noun, "amod", word(c.of(DEMONYMS), "ADJ"));
    noun = before(noun, "det", article(noun, c.chance(0.5)));
    if (c.chance(0.4)) noun = after(noun, "nmod", this.led(c.of([...PLACES_LED, "of"]), this.name()));
    return this.specified(noun, 0.15);
  }

  counted(nouns: readonly string[]): Tree {
    const c = this.#choice;
    let number = word(c.of(NUMBERS), "NUM");
    if (c.chance(0.15))
      number = before(number, "nmod", before(word("least", "ADJ"), "case", word("at", "ADP")));
    else if (c.chance(0.1))
      number = before(number, "advmod", word(c.of(["some", "about", "nearly", "around"]), "ADV"));
    let noun = word(c.of(nouns), "NOUN");
    if (c.chance(0.15))
      noun = before(noun, "amod", word(c.chance(0.5) ? c.of(DEMONYMS) : c.of(ADJECTIVES), "ADJ"));
    return this.specified(before(noun, "nummod", number), 0.15);
  }

  /** "soldiers held since March", "protesters who tried to cross": a share of the phrases has such a clause. */
  specified(noun: Tree, share: number): Tree {
    const c = this.#choice;
    if (!c.chance(share)) return noun;
    if (c.chance(0.4)) {
      const who = before(this.#predicate("Fin"), "nsubj", word(c.of(["who", "that", "which"]), "PRON"));
      return after(noun, "acl:relcl", who);
    }
    const done = inflected(c.of([...ACTS, "accuse", "suspect", "lead", "fire", "hold"]), "Part");
    return after(
      noun,
      "acl",
      c.weighted<() => Tree>([
        [3, () => after(done, "obl:agent", this.led("by", c.chance(0.5) ? this.name() : this.plural()))],
        [
          2,
          () =>
            after(done, "advmod", word(c.of(["since March", "since Monday", "last week", "in 2019"]), "ADV")),
        ],
        [2, () => after(done, "obl", this.led(c.of(["in", "near", "during", "at"]), this.place()))],
      ])(),
    );
  }

  owned(): Tree {
    const c = this.#choice;
    return before(
      word(
        c.of([
          "troops",
          "forces",
          "fleet",
          "men",
          "army",
          "units",
          "fighters",
          "citizens",
          "navy",
          "nationals",
        ]),
        "NOUN",
      ),
      "nmod:poss",
      word(c.of(["its", "his", "their"]), "PRON"),
    );
  }

  topic(): Tree {
    const c = this.#choice;
    return c.weighted<() => Tree>([
      [4, () => this.event()],
      [2, () => this.name()],
      [
        2,
        () =>
          this.bare(
            c.of([
              "the claim",
              "the report",
              "the charge",
              "the decision",
              "the agreement",
              "the loss",
              "the allegations",
              "the statement",
            ]),
          ),
      ],
    ])();
  }

  event(): Tree {
    const c = this.#choice;
    let noun = word(c.of(EVENTS), "NOUN");
    if (c.chance(0.2))
      noun = before(
        noun,
        "compound",
        word(c.of(["rocket", "drone", "missile", "bomb", "artillery", "air"]), "NOUN"),
      );
    if (c.chance(0.2))
      noun = before(noun, "amod", word(c.of([...DEMONYMS, "deadly", "heavy", "recent", "brief"]), "ADJ"));
    noun = before(noun, "det", article(noun, c.chance(0.65)));
    if (c.chance(0.65))
      noun = after(
        noun,
        "nmod",
        this.led(
          c.of(["on", "on", "in", "near", "against", "of"]),
          c.chance(0.6) ? this.name() : this.thing(),
        ),
      );
    return noun;
  }

  place(): Tree {
    return this.#choice.chance(0.6) ? this.name() : this.thing();
  }

  led(preposition: string, phrase: Tree): Tree {
    const [first = preposition, ...rest] = preposition.split(" ");
    // "north of X": the adverb leads, as treebanks have it.
    return rest.length > 0
      ? before(before(phrase, "case", word(rest.join(" "), "ADP")), "advmod", word(first, "ADV"))
      : before(phrase, "case", word(first, "ADP"));
  }

  bare(phrase: string): Tree {
    const [determiner = "", noun = ""] = phrase.split(" ");
    return before(word(noun, "NOUN"), "det", word(determiner, "DET"));
  }

  name(): Tree {
    const c = this.#choice;
    const name = word(c.name(c.chance(0.25) ? 2 : 1), "PROPN");
    return c.chance(0.12) ? before(name, "det", word("the", "DET")) : name;
  }

  person(): Tree {
    return word(this.#choice.name(2), "PROPN");
  }
}
