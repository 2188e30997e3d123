/** Shapes of the language data under graph-data/languages/<language>/: one schema a file. */
import { z } from "zod";
import { ENTITY_TYPES } from "../ontology/index.ts";

const words = z.array(z.string().min(1));
const endings = z.array(z.string());
const count = z.number().nonnegative();

/** text.yaml: sentence and token boundaries, and the closed-class words. */
export const textSchema = z.strictObject({
  sentences: z.strictObject({ abbreviations: words, boilerplate: words }),
  tokens: z.strictObject({
    elisions: words,
    joined: words,
    clitics: words,
    notBeforeClitic: words,
    suffixes: words,
    splitHyphens: z.boolean(),
    unsplitPrefixes: words,
    split: z.record(z.string(), words),
  }),
  /** Universal POS → its words. */
  closedClass: z.record(z.string(), words),
  ordinary: words,
});

/** everyday.yaml: frequent words, folded, that no name is sought behind when they are written with a capital. */
export const everydaySchema = words;

/** numbers.yaml: number words, what makes them inexact, and how ranges are written. */
export const numbersSchema = z.strictObject({
  cardinals: z.record(z.string(), count),
  multipliers: z.record(z.string(), count),
  scores: words,
  joiners: words,
  collectives: z.record(z.string(), count),
  plurals: z.record(z.string(), count),
  few: z.record(z.string(), count),
  none: words,
  modifiers: z.strictObject({
    atLeast: words,
    moreThan: words,
    atMost: words,
    lessThan: words,
    about: words,
    exactly: words,
  }),
  ranges: z.array(z.strictObject({ open: z.string(), joint: z.string().min(1) })),
  trailing: z.strictObject({ atLeast: words, atMost: words, about: words }),
});

/** Readings of a time pattern; each is a function in src/language/time/readings.ts. */
const TIME_READINGS = [
  "date",
  "weekday",
  "night",
  "overnight",
  "days",
  "day-of-month",
  "shift",
  "same-day",
  "context-shift",
  "offset",
  "ago",
  "ahead",
  "window",
  "calendar",
  "weekend",
  "month",
  "year",
  "season",
  "part",
] as const;

export const TIME_UNITS = ["minute", "hour", "day", "week", "fortnight", "month", "year"] as const;
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;

const timePatternSchema = z.strictObject({
  match: z.string().min(1),
  means: z.enum(TIME_READINGS),
  days: z.int().optional(),
  sign: z.union([z.literal(1), z.literal(-1)]).optional(),
  shift: z.int().optional(),
  unit: z.enum(TIME_UNITS).optional(),
  which: z.enum(["last", "next"]).optional(),
  portion: z.enum(["begin", "middle", "end"]).optional(),
  /** The words before an event that serves as the point of reference (« deux jours après l'attaque »). */
  event: z.boolean().optional(),
  /** The unit stands without a count (« hours later »), and must be a plural. */
  plural: z.boolean().optional(),
  /** A time only where no open-class word follows at once. */
  alone: z.boolean().optional(),
});

/** dates.yaml: sets of words, and patterns over them. */
export const datesSchema = z.strictObject({
  weekdays: words.length(7),
  weekdayAbbreviations: words.length(7),
  months: z.array(words).length(12),
  units: z.record(z.enum(TIME_UNITS), words),
  seasons: z.record(z.enum(SEASONS), words),
  few: words,
  ordinalEndings: words,
  parts: words,
  clocks: words,
  attributive: words,
  until: words,
  morning: words,
  half: words,
  future: z.strictObject({ words, endings: words }),
  patterns: z.array(timePatternSchema),
  notAlone: words,
  /** Words with which a line says that it is a date line. */
  datelineWords: words,
  datelines: words,
});

/** names.yaml: words around names, and how nationality words inflect. */
export const namesSchema = z.strictObject({
  heads: z.array(z.strictObject({ type: z.enum(ENTITY_TYPES), keep: z.boolean(), words })),
  titles: words,
  offices: words,
  speech: words,
  cited: words,
  locatives: words,
  weakLocatives: words,
  placeVerbs: words,
  nameParts: z.array(z.strictObject({ type: z.enum(ENTITY_TYPES), words })),
  units: words,
  contractions: words,
  namesBeforeNouns: z.boolean(),
  placeEndings: words,
  givenNames: words,
  things: words,
  particles: words,
  between: words,
  demonymPrefixes: z.record(z.string(), z.enum(["pro", "anti", "none"])),
  demonymEndings: z.array(z.strictObject({ ending: z.string(), forms: endings })),
});

const inflectionSchema = z.strictObject({ form: z.string().min(1), lemma: endings });

/** morphology.yaml: inflection read backwards, and guesses of parts of speech. */
export const morphologySchema = z.strictObject({
  endings: z.record(z.string(), endings),
  classes: z.array(
    z.strictObject({
      lemma: z.string(),
      endings,
      mute: endings,
      members: words.optional(),
      undouble: z.boolean().optional(),
    }),
  ),
  preferE: words.optional(),
  avoidE: words.optional(),
  alternations: z.array(inflectionSchema),
  doubled: words,
  verbs: z.record(z.string(), z.strictObject({ forms: z.string(), prefixes: words.optional() })),
  plurals: z.array(inflectionSchema),
  feminines: z.array(inflectionSchema),
  irregularNouns: z.record(z.string(), z.string()),
  invariable: words,
  guess: z.array(
    z.strictObject({ ending: z.string().min(1), pos: z.string(), minimum: z.int().positive().optional() }),
  ),
  participleAfter: words,
  finiteAfter: words,
  infinitiveAfter: words,
  beVerbs: words,
  perfectAuxiliaries: words,
  pastLikeParticiple: z.boolean(),
  motionVerbs: words,
  particles: words,
  commonVerbs: words,
  passiveAgents: words,
});

export type TextData = z.infer<typeof textSchema>;
export type EverydayWords = z.infer<typeof everydaySchema>;
export type NumbersData = z.infer<typeof numbersSchema>;
export type DatesData = z.infer<typeof datesSchema>;
export type TimePattern = z.infer<typeof timePatternSchema>;
export type TimeReading = (typeof TIME_READINGS)[number];
export type TimeUnit = (typeof TIME_UNITS)[number];
export type Season = (typeof SEASONS)[number];
export type NamesData = z.infer<typeof namesSchema>;
export type MorphologyData = z.infer<typeof morphologySchema>;
