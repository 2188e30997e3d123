/** Tokens of every sentence: names and times joined, tags, trees and lemmas. */
import type { LanguageTools } from "./language-tools.ts";
import type { LemmaLexicon } from "./morphology/lemma-lexicon.ts";
import { depthsAt } from "./text/quotations.ts";
import type { SentenceSpan } from "./text/sentences.ts";
import type { ResolvedTime } from "./time/resolve.ts";
import { analyseSentence, type TreeUnit } from "./tree/analyse-sentence.ts";
import type { NameSpan, QuotationSpan, Sentence, SyntaxModel, Token } from "./types.ts";
import { joinUnits, unitSpans } from "./units.ts";

/** What a sentence is analysed with. */
export interface Analysis {
  readonly tools: LanguageTools;
  readonly model: SyntaxModel | undefined;
  readonly lexicon: LemmaLexicon | undefined;
}

/** A lemma of the lexicon where the form can be one, else the likeliest. */
function lemmaOf(lower: string, tag: string, { tools, lexicon }: Analysis): string {
  // A word tagged as a name that no name was found in (« Rockets » at the head of a sentence) is read as a noun.
  const pos = tag === "PROPN" ? "NOUN" : tag;
  return lexicon?.find(lower, pos)[0]?.lemma ?? (tools.lemmatizer.candidates(lower, pos)[0] as string);
}

/** Sentences with their tokens, tagged and parsed. */
export function buildSentences(
  text: string,
  spans: readonly SentenceSpan[],
  names: readonly NameSpan[],
  times: readonly ResolvedTime[],
  quotations: readonly QuotationSpan[],
  analysis: Analysis,
): Sentence[] {
  const { tools, model } = analysis;
  const repairWords = {
    ...tools.repairWords,
    isOnlyVerb: (form: string) => analysis.lexicon?.isOnlyVerb(form) ?? false,
  };
  const joined = unitSpans(names, times);
  const known = new Map<ResolvedTime, number>();
  for (const time of times) if (time.span) known.set(time, known.size);
  let from = 0;
  return spans.map((span, index) => {
    const { units, next } = joinUnits(tools.tokenizer.tokenize(text, span.start, span.end), joined, from);
    from = next;
    const treeUnits = units.map((unit): TreeUnit => {
      const form = text.slice(unit.start, unit.end);
      const lower = form.toLowerCase().replace(/[’ʼ‘]/g, "'");
      const cut = unit.name === undefined && /^\p{L}+[-‑]$/u.test(form);
      return {
        ...unit,
        form,
        lower: cut ? lower.slice(0, -1) : lower,
        demonym: unit.name !== undefined && names[unit.name]?.demonym === true,
      };
    });
    const depths = depthsAt(
      quotations,
      treeUnits.map((unit) => unit.start),
    );
    const parse = span.kind === "boilerplate" ? undefined : model;
    const tree = analyseSentence(treeUnits, tools.guesser, repairWords, parse);
    const tokens = treeUnits.map((unit, at): Token => {
      const pos = tree.tags[at] as string;
      const time = unit.time === undefined ? undefined : known.get(times[unit.time] as ResolvedTime);
      return {
        start: unit.start,
        end: unit.end,
        form: unit.form,
        lower: unit.lower,
        lemma:
          unit.name === undefined && unit.time === undefined
            ? lemmaOf(unit.lower, pos, analysis)
            : unit.lower,
        pos,
        head: tree.heads[at] as number,
        relation: tree.relations[at] as string,
        ...(unit.name !== undefined && { name: unit.name }),
        ...(time !== undefined && { time }),
        quoted: depths[at] as number,
      };
    });
    return { start: span.start, end: span.end, index, paragraph: span.paragraph, kind: span.kind, tokens };
  });
}
