/** The conditions under which a trigger word has the sense of its frame: who or what stands beside it. */
import { type EntityType, familyOf } from "../ontology/index.ts";
import type { Arguments } from "./arguments.ts";
import { type EntityLookup, mentionOf } from "./entities.ts";
import type { TriggerPattern } from "./lexicon-index.ts";
import type { SentenceView } from "./sentence-view.ts";
import { isWeapon } from "./weapons.ts";

/** Whether the subjects and objects are such as the entry and its frame ask for, and none that they rule out. */
export function meetsConditions(
  view: SentenceView,
  pattern: TriggerPattern,
  args: Arguments,
  entities: EntityLookup,
): boolean {
  const needs = { ...pattern.frame.needs, ...pattern.needs };
  const test = (heads: readonly number[], nounClass: string | undefined) =>
    nounClass === undefined || heads.some((h) => isOfNeededClass(view, h, nounClass, entities));
  const pronounObject = needs.object === "weapon" && args.objects.some((o) => view.pos(o).startsWith("PRON"));
  // « s'emparer du navire », « prendre le contrôle d'un cargo »: the thing stands in a phrase with « de ».
  const things = pattern.frame.target?.includes("of")
    ? [...args.objects, ...args.obliques.filter((o) => view.isLedBy(o.head, "of")).map((o) => o.head)]
    : args.objects;
  return (
    test(args.subjects, needs.subject) &&
    (pronounObject || test(things, needs.object)) &&
    !isRuledOut(view, pattern, args)
  );
}

/** Prepositions behind which stands what kills or destroys without a doer: "killed in an earthquake". */
const CAUSES = ["in", "from", "of", "by"] as const;

/** "The earthquake killed 200", "attacked the problem": the entry, or no party at all, rules the sense out. */
export function isRuledOut(view: SentenceView, pattern: TriggerPattern, args: Arguments): boolean {
  const unless = { ...pattern.frame.unless, ...pattern.unless };
  // "40 trucks of aid": what a thing consists of counts as well.
  const has = (heads: readonly number[], nounClass: string | undefined) =>
    nounClass !== undefined &&
    heads
      .flatMap((h) => [h, ...view.kids(h, "nmod").filter((k) => view.isLedBy(k, "of"))])
      .some((h) => (nounClass === "event" ? isAttackNoun(view, h) : view.isOfClass(h, nounClass)));
  if (has(args.subjects, unless.subject) || has(args.objects, unless.object)) return true;
  return familyOf(pattern.frame.type) === "attack" && isDoneByNobody(view, args);
}

/** Nature, accidents, diseases and prices strike and kill as well; nobody attacks there. */
export function isDoneByNobody(view: SentenceView, { subjects, obliques }: Arguments): boolean {
  const causes = obliques.filter((o) => CAUSES.some((set) => view.isLedBy(o.head, set)));
  return [...subjects, ...causes.map((o) => o.head)].some((h) => view.isOfClass(h, "no-party"));
}

/** Names meet a condition on common nouns by what they name. */
const NAMED_KINDS: Readonly<Record<string, readonly EntityType[]>> = {
  troops: ["MilitaryForce", "ArmedGroup"],
  captives: ["Person"],
  people: ["Person"],
  rescued: ["Person"],
  vessels: ["Unit"],
  sites: ["Base", "Facility"],
  ground: ["Place", "Base", "Facility"],
  office: ["Person"],
  state: ["Country", "Institution"],
  bodies: ["Institution"],
  "media-anaphora": ["Media"],
};

function isOfNeededClass(
  view: SentenceView,
  head: number,
  nounClass: string,
  entities: EntityLookup,
): boolean {
  const kinds = NAMED_KINDS[nounClass];
  const name = view.name(head);
  if (kinds && name && !name.demonym) {
    const type = entities.typeOf(mentionOf(entities, name, "target"));
    if (type !== undefined && kinds.includes(type)) return true;
  }
  const heads = [head, ...view.kids(head, "nmod", "conj", "appos", "compound", "nummod")];
  return heads.some((h) => {
    if (nounClass === "weapon") return isWeapon(view, h);
    if (nounClass === "event") return isAttackNoun(view, h);
    return view.isOfClass(h, nounClass);
  });
}

const isAttackNoun = (view: SentenceView, i: number): boolean =>
  view.spellings(i).some((s) => view.index.nouns.get(s)?.some((p) => familyOf(p.frame.type) === "attack"));
