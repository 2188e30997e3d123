/** From an office to the person who holds it: « le président américain », « le porte-parole du Pentagone, John Kirby ». */
import { type EntityLookup, mentionOf } from "./entities.ts";
import type { EventRegister } from "./register.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Mention } from "./types.ts";

/** How many tokens after an office its holder's name may stand. */
const NAME_REACH = 12;

/** Who holds which office, by the packs and by the report's own words. */
export class OfficeHolders {
  readonly #entities: EntityLookup;
  readonly #register: EventRegister;

  constructor(entities: EntityLookup, register: EventRegister) {
    this.#entities = entities;
    this.#register = register;
  }

  /** « le porte-parole du Pentagone, John Kirby »: the person named in the phrase or right after it. */
  namedWith(view: SentenceView, head: number): Mention | undefined {
    const inside = view.subtree(head, "acl", "advcl", "conj", "parataxis");
    const after: number[] = [];
    for (let k = head + 1; k < Math.min(view.length, head + NAME_REACH) && !view.isVerb(k); k++)
      after.push(k);
    const before = head >= 2 && view.lower(head - 1) === "," ? [head - 2, head - 3] : [];
    for (const k of [...before, ...inside.filter((i) => i > head - 3), ...after]) {
      const name = view.name(k);
      if (!name || name.demonym) continue;
      const mention = mentionOf(this.#entities, name, "speaker");
      if (this.#entities.typeOf(mention) === "Person") return mention;
    }
    return undefined;
  }

  /** « le président américain »: the person in that office, where the document names one. */
  ofBody(view: SentenceView, head: number, body: string | undefined): Mention | undefined {
    if (body === undefined) return undefined;
    const office = view.lemma(head);
    return this.#register.persons().find((m) => {
      const person = this.#entities.get(m.candidates[0]);
      const held = person?.offices.some((o) => o.position.toLowerCase().includes(office));
      return held === true && this.#entities.countryOf(m) === body;
    });
  }

  /** Enters who holds which office by the report's own words: « le ministre de l'Intérieur, X » → « le ministre ». */
  note(view: SentenceView): void {
    for (let k = 0; k < view.length; k++) {
      if (!view.isNoun(k) || !view.isOfClass(k, "office") || view.isOfClass(k, "unnamed")) continue;
      const person = this.namedWith(view, k);
      if (person) this.#register.noteOffice(view.lemma(k), person);
    }
  }
}
