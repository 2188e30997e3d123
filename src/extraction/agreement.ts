/**
 * Gender, number and kind of noun phrases and pronouns, as far as the words show them: what a pronoun can stand for.
 * A part that is not known agrees with anything.
 */
import type { EntityType } from "../ontology/index.ts";
import type { AgreementWords } from "../packs/index.ts";
import { compareText } from "../shared/index.ts";
import type { SentenceView } from "./sentence-view.ts";

type Gender = "masculine" | "feminine";
type GrammaticalNumber = "singular" | "plural";

/** What a phrase shows of itself. */
export interface PhraseForm {
  readonly gender?: Gender | undefined;
  readonly number?: GrammaticalNumber | undefined;
}

/** What a pronoun or possessive asks of whom it stands for. */
export interface PronounForm extends PhraseForm {
  readonly kind?: "person" | "thing" | undefined;
}

const genderIn = (lists: Readonly<Record<Gender, readonly string[]>>, word: string): Gender | undefined =>
  lists.masculine.includes(word) ? "masculine" : lists.feminine.includes(word) ? "feminine" : undefined;

function numberIn(
  lists: Readonly<Record<GrammaticalNumber, readonly string[]>>,
  word: string,
): GrammaticalNumber | undefined {
  const singular = lists.singular.includes(word);
  // « leur » as a pronoun is plural; a word in both lists says nothing.
  if (singular === lists.plural.includes(word)) return undefined;
  return singular ? "singular" : "plural";
}

/** The form of a third-person pronoun or possessive, lower case. */
export function pronounForm({ pronouns }: AgreementWords, word: string): PronounForm {
  return {
    gender: genderIn(pronouns, word),
    number: numberIn(pronouns, word),
    kind: pronouns.person.includes(word) ? "person" : pronouns.thing.includes(word) ? "thing" : undefined,
  };
}

/** The form of the noun phrase headed by `head`: by what leads it, else by the noun itself. */
export function phraseForm(view: SentenceView, head: number): PhraseForm {
  const { agreement } = view.index.lexicon;
  const start = view.phraseStart(head);
  const leading: string[] = [];
  // A name's own article is often a token before it; a contraction (« du », « aux ») counts as one.
  for (let k = Math.max(0, start - 1); k < head; k++) leading.push(view.lower(k));
  const { determiners } = agreement;
  const first = <T>(find: (word: string) => T | undefined): T | undefined =>
    leading.map(find).find((found) => found !== undefined);
  const word = headWord(view, head);
  return {
    gender: first((each) => genderIn(determiners, each)) ?? nounGender(agreement, word),
    number:
      first((each) => numberIn(determiners, each)) ??
      (isPluralNoun(view, head) || view.kids(head, "conj").some((k) => view.isNoun(k))
        ? "plural"
        : undefined),
  };
}

/** « rebelles », "workers": a common noun that is not written as its lemma and ends as plurals do. */
function isPluralNoun(view: SentenceView, head: number): boolean {
  const { plural } = view.index.lexicon.agreement.endings;
  const word = view.lower(head);
  const inflected = view.name(head) === undefined && word !== view.lemma(head);
  return inflected && plural.some((ending) => word.endsWith(ending));
}

/** The noun that a name begins with (« Conseil de sécurité »), else the token's lemma. */
function headWord(view: SentenceView, head: number): string {
  const name = view.name(head);
  return name ? (name.text.toLowerCase().split(/[\s,]+/u)[0] ?? "") : view.lemma(head);
}

/** Gender by the list of words, else by the longest ending that is known. */
function nounGender({ nouns, endings }: AgreementWords, word: string): Gender | undefined {
  const listed = genderIn(nouns, word);
  if (listed) return listed;
  const known = (["masculine", "feminine"] as const).flatMap((gender) =>
    endings[gender].filter((ending) => word.endsWith(ending)).map((ending) => ({ gender, ending })),
  );
  known.sort((a, b) => b.ending.length - a.ending.length || compareText(a.ending, b.ending));
  return known[0]?.gender;
}

/** Types of which one stands for many: « le groupe … ils », "the army … they". */
const COLLECTIVE: ReadonlySet<EntityType> = new Set(["ArmedGroup", "MilitaryForce"]);

/** Whether the pronoun can stand for an entity of the type that was named in this form. */
export function agrees(
  pronoun: PronounForm,
  phrase: PhraseForm | undefined,
  type: EntityType | undefined,
): boolean {
  if (pronoun.kind === "person" && type !== "Person") return false;
  if (pronoun.kind === "thing" && (type === "Person" || phrase?.number === "plural")) return false;
  if (pronoun.number === "singular" && phrase?.number === "plural") return false;
  if (pronoun.number === "plural" && phrase?.number !== "plural" && !(type && COLLECTIVE.has(type)))
    return false;
  // A person's name shows no gender, whatever it ends in.
  if (type === "Person") return true;
  return !pronoun.gender || !phrase?.gender || pronoun.gender === phrase.gender;
}
