/**
 * Sentences of English war reports with their trees, made at random from a small grammar. The treebank at hand is web
 * text: what reports say in every line ("warplanes struck targets", "the spokesman, X, blamed Y", "troops backed by
 * helicopters retook the base") is rare in it, and a past tense is taken for a participle.
 */
import type { Random } from "../random.ts";
import type { TreebankSentence } from "../treebank.ts";
import { Choice } from "./choice.ts";
import { EnglishPhrases } from "./english-phrases.ts";
import {
  type VerbForm,
  ACTS,
  SPEECH_ACTS,
  SENDING,
  FIRING,
  MOVES,
  SAYING,
  ADDRESSING,
  PROMISING,
  PARTIES,
  SUFFERERS,
  MISSILES,
  NUMBERS,
  TIMES,
  PLACES_LED,
  inflected,
} from "./english-words.ts";
import { after, before, closed, opened, spell, type Tree, word } from "./tree.ts";

/** The grammar: each method makes one kind of clause, drawn at random. */
class EnglishReports {
  readonly #choice: Choice;
  readonly #phrases: EnglishPhrases;

  constructor(random: Random) {
    this.#choice = new Choice(random);
    this.#phrases = new EnglishPhrases(this.#choice, (form) => this.#predicate(form));
  }

  sentence(): Tree {
    const c = this.#choice;
    let root = c.weighted<() => Tree>([
      [10, () => this.#clause()],
      [4, () => this.#withConsequence()],
      [4, () => this.#said()],
      [4, () => this.#saidAfter()],
      [3, () => this.#passive()],
      [3, () => this.#whenClause()],
      [2, () => this.#landing()],
      [2, () => this.#orders()],
      [2, () => this.#accusation()],
      [2, () => this.#headline()],
      [2, () => this.#labelled()],
      [2, () => this.#afterClause()],
    ])();
    if (c.chance(0.12) && root.tag.startsWith("VERB")) root = this.#opening(root);
    return c.chance(0.93) ? closed(root, ".") : root;
  }

  /** Subject, past tense, object; sometimes a second and third verb with the same subject. */
  #clause(): Tree {
    const c = this.#choice;
    let verb = before(this.#predicate("Fin"), "nsubj", this.#phrases.doer());
    if (c.chance(0.35)) verb = this.#andThen(verb, c.chance(0.3) ? 2 : 1);
    return verb;
  }

  #andThen(first: Tree, more: number): Tree {
    let verb = first;
    for (let i = 0; i < more; i++) {
      let next = this.#predicate("Fin");
      next = i === more - 1 ? before(next, "cc", word("and", "CCONJ")) : opened(next, ",");
      verb = after(verb, "conj", next);
    }
    return verb;
  }

  /** A verb with what follows it. */
  #predicate(form: VerbForm): Tree {
    const c = this.#choice;
    let verb = c.weighted<() => Tree>([
      [10, () => after(inflected(c.of(ACTS), form), "obj", this.#phrases.sufferer())],
      [3, () => after(inflected(c.of(SPEECH_ACTS), form), "obj", this.#phrases.topic())],
      [
        3,
        () =>
          after(
            after(inflected(c.of(SENDING), form), "obj", this.#phrases.counted(PARTIES)),
            "obl",
            this.#phrases.led("to", this.#phrases.place()),
          ),
      ],
      [
        2,
        () =>
          after(
            after(inflected(c.of(FIRING), form), "obj", this.#phrases.counted(MISSILES)),
            "obl",
            this.#phrases.led(c.of(["at", "on", "towards", "into"]), this.#phrases.sufferer()),
          ),
      ],
      [
        3,
        () =>
          after(
            inflected(c.of(MOVES), form),
            "obl",
            this.#phrases.led(
              c.of(["in", "on", "into", "near", "to", "inside", "with"]),
              c.chance(0.6) ? this.#phrases.place() : this.#phrases.thing(),
            ),
          ),
      ],
      [
        1,
        () =>
          after(
            after(inflected("shoot", form), "xcomp", word("dead", "ADJ")),
            "obj",
            this.#phrases.counted(SUFFERERS),
          ),
      ],
      [2, () => after(inflected(c.of(PROMISING), form), "xcomp", this.#infinitive())],
      [
        1,
        () =>
          after(
            after(inflected("put", form), "obj", this.#phrases.owned()),
            "obl",
            this.#phrases.led("on", word("alert", "NOUN")),
          ),
      ],
      [
        1,
        () =>
          after(
            after(inflected("set", form), "obj", word("fire", "NOUN")),
            "obl",
            this.#phrases.led("to", this.#phrases.thing()),
          ),
      ],
      [
        1,
        () =>
          after(
            after(inflected("take", form), "obj", this.#phrases.counted(SUFFERERS)),
            "xcomp",
            word("prisoner", "NOUN"),
          ),
      ],
    ])();
    if (c.chance(0.15)) verb = after(verb, "obl", this.#phrases.led(c.of(PLACES_LED), this.#phrases.name()));
    if (c.chance(0.3)) verb = after(verb, "advmod", word(c.of(TIMES), "ADV"));
    return verb;
  }

  #withConsequence(): Tree {
    const c = this.#choice;
    let ger = after(
      inflected(
        c.of(["kill", "wound", "injure", "damage", "destroy", "cause", "take", "burn", "force"]),
        "Ger",
      ),
      "obj",
      c.chance(0.7) ? this.#phrases.counted(SUFFERERS) : this.#phrases.thing(),
    );
    if (c.chance(0.4)) {
      const second = before(
        after(
          inflected(c.of(["wound", "injure", "damage", "burn"]), "Ger"),
          "obj",
          c.chance(0.5) ? word(c.of(NUMBERS), "NUM") : this.#phrases.counted(SUFFERERS),
        ),
        "cc",
        word("and", "CCONJ"),
      );
      ger = after(ger, "conj", second);
    }
    return after(this.#clause(), "advcl", opened(ger, ","));
  }

  #said(): Tree {
    const c = this.#choice;
    let inner = c.chance(0.7) ? this.#clause() : this.#passive();
    if (c.chance(0.3)) inner = this.#withPronoun();
    if (c.chance(0.5)) inner = before(inner, "mark", word("that", "SCONJ"));
    let verb = before(inflected(c.of(SAYING), "Fin"), "nsubj", this.#phrases.speaker());
    if (c.chance(0.15))
      verb = after(
        verb,
        "obl",
        this.#phrases.led(
          "in",
          c.of([
            this.#phrases.bare("a statement"),
            this.#phrases.bare("a video"),
            this.#phrases.bare("a message"),
          ]),
        ),
      );
    return after(verb, "ccomp", inner);
  }

  #withPronoun(): Tree {
    const c = this.#choice;
    const pronoun = word(c.of(["it", "they", "he", "she"]), "PRON");
    const verb = c.chance(0.5)
      ? before(this.#predicate("Part"), "aux", word("had", "AUX.Fin"))
      : this.#predicate("Fin");
    return before(verb, "nsubj", pronoun);
  }

  #saidAfter(): Tree {
    const c = this.#choice;
    const verb = before(inflected(c.of(SAYING), "Fin"), "nsubj", this.#phrases.speaker());
    return before(verb, "ccomp", closed(c.chance(0.7) ? this.#clause() : this.#passive(), ","));
  }

  #passive(): Tree {
    const c = this.#choice;
    let verb = before(
      inflected(c.of([...ACTS, ...FIRING, ...SENDING]), "Part"),
      "aux:pass",
      word(c.of(["was", "were"]), "AUX.Fin"),
    );
    if (c.chance(0.4)) verb = after(verb, "obl:agent", this.#phrases.led("by", this.#phrases.doer()));
    if (c.chance(0.5))
      verb = after(
        verb,
        "obl",
        this.#phrases.led(
          c.of(["in", "near", "during", "at"]),
          c.chance(0.5) ? this.#phrases.name() : this.#phrases.event(),
        ),
      );
    if (c.chance(0.4)) verb = after(verb, "advmod", word(c.of(TIMES), "ADV"));
    let subject = c.chance(0.7) ? this.#phrases.counted(SUFFERERS) : this.#phrases.sufferer();
    if (c.chance(0.15)) {
      const among = before(
        before(this.#phrases.counted(SUFFERERS), "obl", this.#phrases.led("among", word("them", "PRON"))),
        "punct",
        word(",", "PUNCT"),
      );
      subject = after(subject, "appos", closed(among, ","));
    }
    verb = before(verb, "nsubj:pass", subject);
    if (c.chance(0.3)) {
      const second = before(
        before(
          inflected(c.of(["wound", "injure", "burn", "damage", "arrest"]), "Part"),
          "nsubj:pass",
          word(c.of(NUMBERS), "NUM"),
        ),
        "cc",
        word("and", "CCONJ"),
      );
      verb = after(verb, "conj", second);
    }
    return verb;
  }

  #whenClause(): Tree {
    const c = this.#choice;
    const clause = before(this.#clause(), "advmod", word("when", "ADV"));
    const as = before(
      this.#clause(),
      "mark",
      word(c.of(["as", "after", "before", "while", "because"]), "SCONJ"),
    );
    const main = c.chance(0.6) ? this.#passive() : this.#clause();
    return after(main, "advcl", c.chance(0.5) ? clause : as);
  }

  #afterClause(): Tree {
    const c = this.#choice;
    const ger = before(
      this.#predicate("Ger"),
      "mark",
      word(c.of(["after", "before", "while", "by", "without"]), "SCONJ"),
    );
    return after(this.#clause(), "advcl", ger);
  }

  /** "Three rockets landed inside the compound, causing no casualties." */
  #landing(): Tree {
    const c = this.#choice;
    let subject = this.#phrases.counted([...MISSILES, ...PARTIES]);
    if (c.chance(0.35))
      subject = after(
        subject,
        "acl",
        after(
          inflected(c.of(["fire", "launch"]), "Part"),
          "obl",
          this.#phrases.led("from", this.#phrases.place()),
        ),
      );
    let verb = before(
      after(
        inflected(c.of(["land", "fall", "explode", "crash", "hit", "strike"]), "Fin"),
        "obl",
        this.#phrases.led(c.of(["in", "near", "inside", "on", "outside"]), this.#phrases.thing()),
      ),
      "nsubj",
      subject,
    );
    if (c.chance(0.4))
      verb = after(
        verb,
        "advcl",
        opened(
          after(
            inflected("cause", "Ger"),
            "obj",
            before(word("casualties", "NOUN"), "det", word("no", "DET")),
          ),
          ",",
        ),
      );
    return verb;
  }

  #orders(): Tree {
    const c = this.#choice;
    let verb = after(
      inflected(c.of(ADDRESSING), "Fin"),
      "obj",
      c.chance(0.5) ? this.#phrases.owned() : this.#phrases.name(),
    );
    verb = after(verb, "xcomp", this.#infinitive());
    verb = before(verb, "nsubj", this.#phrases.speaker());
    return c.chance(0.4) ? this.#andThen(verb, 1) : verb;
  }

  #infinitive(): Tree {
    return before(this.#predicate("Inf"), "mark", word("to", "PART"));
  }

  #accusation(): Tree {
    const c = this.#choice;
    const verb = before(inflected(c.of(["accuse", "suspect"]), "Fin"), "nsubj", this.#phrases.speaker());
    const of = before(this.#predicate("Ger"), "mark", word("of", "SCONJ"));
    if (c.chance(0.5)) return after(after(verb, "obj", this.#phrases.name()), "advcl", of);
    const blame = before(inflected("blame", "Fin"), "nsubj", this.#phrases.speaker());
    return c.chance(0.5)
      ? after(
          after(blame, "obj", this.#phrases.event()),
          "obl",
          this.#phrases.led("on", this.#phrases.doer()),
        )
      : after(
          after(blame, "obj", this.#phrases.doer()),
          "obl",
          this.#phrases.led("for", this.#phrases.event()),
        );
  }

  /** "Five killed in rocket attack on Tarsin" */
  #headline(): Tree {
    const c = this.#choice;
    let verb = before(
      inflected(c.of(["kill", "wound", "injure", "arrest", "abduct", "detain"]), "Part"),
      "nsubj:pass",
      c.chance(0.5) ? word(c.of(NUMBERS), "NUM") : this.#phrases.counted(SUFFERERS),
    );
    verb = after(verb, "obl", this.#phrases.led("in", this.#phrases.event()));
    return c.chance(0.6)
      ? after(verb, "obl", this.#phrases.led(c.of(["near", "in", "on"]), this.#phrases.name()))
      : verb;
  }

  /** "Tarsin: militants attacked a post" */
  #labelled(): Tree {
    const label = closed(
      word(this.#choice.of(["Update", "Balkh", "Monday", "Report", "Army", "Breaking"]), "PROPN"),
      ":",
    );
    return before(this.#clause(), "dislocated", label);
  }

  #opening(root: Tree): Tree {
    const c = this.#choice;
    const time = closed(word(c.of(TIMES), "ADV"), ",");
    const place = closed(this.#phrases.led(c.of(["in", "near"]), this.#phrases.name()), ",");
    return c.chance(0.6) ? before(root, "advmod", time) : before(root, "obl", place);
  }
}

/** `count` sentences; the same seed gives the same ones. */
export function englishReports(count: number, random: Random): TreebankSentence[] {
  const grammar = new EnglishReports(random);
  return Array.from({ length: count }, () => spell(grammar.sentence()));
}
