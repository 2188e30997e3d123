/** What a statement is by what is said: words that judge, duties, refusals and denials in its content. */
import type { ClaimType } from "../ontology/index.ts";
import { isNegated, isToCome } from "./modality.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { saidTokens } from "./statement-scope.ts";

/** Tokens of the content within which its main verb stands. */
const MAIN_CLAUSE = 16;

/** The type that what is said gives to a statement that tells no attack; undefined where it is a plain announcement. */
export function typeOfContent(s: Reading): ClaimType | undefined {
  const said = saidTokens(s);
  return typeByWords(s.view, said) ?? typeByForm(s, said);
}

/** « il s'agit d'une agression » → condemn. Threats need a future or a promise, duties a verb of the main clause. */
function typeByWords(view: SentenceView, said: readonly number[]): ClaimType | undefined {
  const toCome = () => said.some((k) => view.isVerb(k) && isToCome(view, k));
  for (const i of said) {
    const hit = view.match(view.index.content, i);
    if (!hit) continue;
    if (hit.value === "threaten" && !toCome()) continue;
    if (hit.value === "demand" && !isDuty(view, said, i)) continue;
    return hit.value;
  }
  return undefined;
}

/** « X doit partir », "they should release …": a duty of others, not « nous devons » nor « a dû ». */
function isDuty(view: SentenceView, said: readonly number[], at: number): boolean {
  const { first } = view.index.lexicon.grammar.pronouns;
  const predicate = predicateOf(view, said);
  if (!view.isVerb(at) || (at !== predicate && view.head(at) !== predicate)) return false;
  return !view.tokens.some((_, k) => k < at && k > at - 4 && first.includes(view.lower(k)));
}

/** Denials and refusals: « qu'aucune activité n'a été menée », « qu'il ne rendra pas un pouce de terrain ». */
function typeByForm(s: Reading, said: readonly number[]): ClaimType | undefined {
  const { view } = s;
  const predicate = predicateOf(view, said);
  if (predicate === undefined || !isNegated(view, predicate)) return undefined;
  const { nobody } = view.index.lexicon.modality;
  const clause = said.filter((k) => Math.abs(k - predicate) < MAIN_CLAUSE);
  const forms = [predicate, ...view.kids(predicate, "aux", "cop")];
  if (forms.some((k) => isToCome(view, k))) return isOwnRefusal(s, predicate) ? "reject" : undefined;
  return clause.some((k) => nobody.includes(view.lower(k))) ? "deny" : undefined;
}

/** The subject of what will not be is a pronoun, or left out: who speaks refuses. */
function isOwnRefusal({ view }: Reading, predicate: number): boolean {
  const { third, first } = view.index.lexicon.grammar.pronouns;
  const subjects = view.kids(predicate, "nsubj");
  return subjects.every((k) => [...third, ...first].includes(view.lower(k)));
}

/** The first finite verb of what is said. */
const predicateOf = (view: SentenceView, said: readonly number[]): number | undefined =>
  said.find(
    (k) => view.pos(k).startsWith("VERB") && (view.isFinite(k) || view.kids(k, "aux", "cop").length > 0),
  );
