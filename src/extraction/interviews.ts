/** Interviews: whoever answers the questions gives the account of all that the answers tell. */
import { type EntityLookup, mentionOf } from "./entities.ts";
import { addFillers, fillers, isAct, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler } from "./types.ts";

/** Questions that open a paragraph from which on a report is taken for an interview. */
const LEAST_QUESTIONS = 3;

/** Words of the first person outside quotations that answers hold: an explainer with questions as headings has none. */
const LEAST_FIRST_PERSON = 2;

interface Interview {
  readonly answers: ReadonlySet<SentenceView>;
  readonly interviewee: readonly Filler[];
}

/** Makes whoever is interviewed the source of what the answers tell, and the speaker of « je reconnais … ». */
export function attributeAnswers(
  views: readonly SentenceView[],
  readings: readonly Reading[],
  entities: EntityLookup,
): void {
  const interview = interviewOf(views, entities);
  if (!interview) return;
  const { answers, interviewee } = interview;
  for (const r of readings) {
    if (r.dropped || !answers.has(r.view)) continue;
    if (!isAct(r) && fillers(r, "speaker").length === 0 && isOwnVoice(r))
      addFillers(r, "speaker", interviewee);
    const told = r.statement !== undefined || r.source.length > 0 || r.sourceText !== undefined;
    if (told || fillers(r, "speaker").some((f) => interviewee.includes(f))) continue;
    r.source = interviewee;
    if (isAct(r) && r.modality === "asserted") r.modality = "reported";
    r.trace.push("told in an answer of the interview");
  }
}

/** Undefined for reports of any other form. */
function interviewOf(views: readonly SentenceView[], entities: EntityLookup): Interview | undefined {
  const questions = views.filter((view, k) => isQuestion(view) && opensParagraph(views, k));
  const [first] = questions;
  if (!first || questions.length < LEAST_QUESTIONS) return undefined;
  const start = views.indexOf(first);
  const answers = views.slice(start).filter((view) => !questions.includes(view));
  const own = answers.flatMap((view) => view.tokens.filter((_, k) => isFirstPerson(view, k)));
  if (own.length < LEAST_FIRST_PERSON) return undefined;
  for (const view of views.slice(0, start))
    for (const k of view.tokens.keys()) {
      const name = view.name(k);
      if (!name || name.demonym) continue;
      const mention = mentionOf(entities, name, "speaker");
      if (entities.typeOf(mention) === "Person")
        return { answers: new Set(answers), interviewee: [{ mention, inferred: true }] };
    }
  return undefined;
}

/** Ends in a question mark, whatever closes behind it (« ?** », « ? » »). */
const isQuestion = (view: SentenceView): boolean =>
  view.tokens.slice(-3).some(({ lower }, k, last) => lower === "?" && last.slice(k + 1).every(isClosing));

const isClosing = ({ lower }: { readonly lower: string }): boolean => !/[\p{L}\p{N}]/u.test(lower);

const opensParagraph = (views: readonly SentenceView[], at: number): boolean =>
  views[at - 1]?.sentence.paragraph !== views[at]?.sentence.paragraph;

const isFirstPerson = (view: SentenceView, at: number): boolean =>
  view.index.lexicon.grammar.pronouns.first.includes(view.lower(at)) && (view.tokens[at]?.quoted ?? 0) === 0;

const isOwnVoice = ({ view, arguments: args }: Reading): boolean =>
  args?.subjects.some((k) => isFirstPerson(view, k)) ?? false;
