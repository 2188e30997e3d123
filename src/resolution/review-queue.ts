/**
 * What a person should look at, worst first: pairs that could go either way, values that contradict each other,
 * names that no pack knows, claims that may be misread. Each item carries its evidence side by side and the decisions
 * that would settle it.
 */
import type { CaseRecords, Claim, ConflictEvent, Entity, Judgement } from "../ontology/index.ts";
import { compareBy } from "../shared/index.ts";
import type { DecisionContent } from "./decisions/types.ts";
import { NAMED_FOR_ONE_EVENT } from "./entities/collectives.ts";

/** One side of a question: what it is, and the sentences that it rests on. */
export interface ReviewSide {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface ReviewChoice {
  readonly label: string;
  readonly decisions: readonly DecisionContent[];
}

export interface ReviewItem {
  /** Stable between builds as long as the records in question are. */
  readonly id: string;
  readonly kind: "same-event" | "same-entity" | "contested" | "new-name" | "doubtful-claim";
  /** How much it matters, in [0, 1]. */
  readonly urgency: number;
  readonly question: string;
  readonly sides: readonly ReviewSide[];
  /** Empty where nothing can be decided but only looked at. */
  readonly choices: readonly ReviewChoice[];
}

/** Below this confidence a claim is asked about. */
const DOUBTFUL = 0.5;

class Records {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly eventOf: ReadonlyMap<string, ConflictEvent>;
  readonly #publisher: ReadonlyMap<string, string>;
  readonly #naming = new Map<string, Claim[]>();

  constructor({ claims, entities, events, documents }: CaseRecords) {
    this.claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.eventOf = new Map(events.flatMap((event) => event.claims.map((id) => [id, event] as const)));
    this.#publisher = new Map(documents.map(({ id, publisher }) => [id, publisher ?? id]));
    for (const claim of claims)
      for (const entity of new Set(claim.mentions.map((mention) => mention.entity))) {
        const known = this.#naming.get(entity);
        if (known) known.push(claim);
        else this.#naming.set(entity, [claim]);
      }
  }

  /** Claims that mention an entity, in the order of the case. */
  naming(entity: string): readonly Claim[] {
    return this.#naming.get(entity) ?? [];
  }

  name(id: string): string {
    return this.entities.get(id)?.name ?? id;
  }

  /** A claim as one line: who says it, and in which words. */
  line(claim: Claim): string {
    const cited = claim.source.map((id) => this.name(id)).join(", ") || claim.sourceText;
    const outlet = this.#publisher.get(claim.document) ?? claim.document;
    return `${outlet}${cited ? `, citing ${cited}` : ""}: ${claim.evidence.text.replace(/\s+/gu, " ")}`;
  }

  /** What the claim's event comes down to, and its sentences. */
  side(claimId: string): ReviewSide {
    const event = this.eventOf.get(claimId);
    const claims = (event?.claims ?? [claimId]).flatMap((id) => this.claims.get(id) ?? []);
    const own = this.claims.get(claimId);
    const names = (ids: readonly string[]): string =>
      ids
        .slice(0, 3)
        .map((id) => this.name(id))
        .join(", ") || "?";
    const heading = event
      ? `${event.subtype ?? event.type}: ${names(event.agent)} → ${names([...event.target, ...event.place])}, ${event.time?.start ?? "no date"}`
      : claimId;
    const first = own ? [own] : [];
    return {
      heading,
      lines: [...first, ...claims.filter(({ id }) => id !== claimId)]
        .slice(0, 4)
        .map((claim) => this.line(claim)),
    };
  }
}

function eventPair(judgement: Judgement, records: Records): ReviewItem[] {
  const { a, b, score, features } = judgement;
  const [x, y] = [records.eventOf.get(a), records.eventOf.get(b)];
  if (!x || !y) return [];
  const joined = x.id === y.id;
  const size = x.claims.length + (joined ? 0 : y.claims.length);
  const why = [...features]
    .sort(
      compareBy(
        ({ weight }) => -Math.abs(weight),
        ({ name }) => name,
      ),
    )
    .slice(0, 4)
    .map(({ name, weight }) => `${name} ${weight > 0 ? "+" : ""}${weight}`);
  return [
    {
      id: `event ${a} ${b}`,
      kind: "same-event",
      urgency: (1 / (1 + Math.abs(score))) * (size / (size + 4)),
      question: `Do these speak of one happening? They are ${joined ? "taken as one" : "kept apart"} (${why.join(", ")}).`,
      sides: [records.side(a), records.side(b)],
      choices: [
        { label: "one happening", decisions: [{ decide: "merge", kind: "claims", ids: [a, b] }] },
        { label: "two happenings", decisions: [{ decide: "keep-apart", kind: "claims", ids: [a, b] }] },
      ],
    },
  ];
}

/** Two labels that outlets use for one event: whether they denote one collective is for a person to say. */
function collective({ a, b, features }: Judgement, records: Records): ReviewItem {
  const sideOf = (id: string): ReviewSide => ({
    heading: records.name(id),
    lines: records
      .naming(id)
      .slice(0, 3)
      .map((claim) => records.line(claim)),
  });
  const why = features.flatMap((feature) => feature.why ?? []).join("; ");
  return {
    id: `entity ${a} ${b}`,
    kind: "same-entity",
    urgency: 0.5 * (features.length / (features.length + 2)),
    question: `Outlets name now ${records.name(a)}, now ${records.name(b)} for the same: do both denote one collective? ${why}`,
    sides: [sideOf(a), sideOf(b)],
    choices: [
      { label: "one collective", decisions: [{ decide: "merge", kind: "entities", ids: [a, b] }] },
      { label: "two", decisions: [{ decide: "keep-apart", kind: "entities", ids: [a, b] }] },
    ],
  };
}

function entityPair(judgement: Judgement, records: Records): ReviewItem[] {
  const { a, b, features } = judgement;
  const entity = records.entities.get(a);
  if (!entity) return [];
  if (features[0]?.name === NAMED_FOR_ONE_EVENT) return [collective(judgement, records)];
  const said = records.naming(a);
  const why = features.flatMap((feature) => feature.why ?? []).join("; ");
  return [
    {
      id: `entity ${a} ${b}`,
      kind: "same-entity",
      urgency: 0.5 * (said.length / (said.length + 2)),
      question: `Is ${entity.name} another name of ${records.name(b)}?${why ? ` ${why}` : ""}`,
      sides: [
        {
          heading: `${entity.name} (${entity.type})`,
          lines: said.slice(0, 3).map((claim) => records.line(claim)),
        },
        { heading: records.name(b), lines: [] },
      ],
      choices: [
        { label: "one and the same", decisions: [{ decide: "merge", kind: "entities", ids: [b, a] }] },
        { label: "two", decisions: [{ decide: "keep-apart", kind: "entities", ids: [a, b] }] },
      ],
    },
  ];
}

function contested(event: ConflictEvent, records: Records): ReviewItem[] {
  return Object.entries(event.fields).flatMap(([name, field]): ReviewItem[] => {
    if (!field.contested) return [];
    const sources = new Set(field.values.flatMap((value) => value.sources)).size;
    const sides = field.values.map(({ value, claims, sources: by }): ReviewSide => {
      const shown = typeof value === "string" ? records.name(value) : value.text;
      const told = claims.flatMap((id) => records.claims.get(id) ?? []);
      return {
        heading: `${shown} (${by.length} independent)`,
        lines: told.slice(0, 3).map((claim) => records.line(claim)),
      };
    });
    const claims = [...new Set(field.values.flatMap((value) => value.claims))];
    return [
      {
        id: `contested ${event.id} ${name}`,
        kind: "contested",
        urgency: 0.6 * (sources / (sources + 3)),
        question: `${records.side(event.claims[0] ?? "").heading}: ${name} is contested: ${field.why ?? ""}`,
        sides,
        choices: claims
          .flatMap((id) => records.claims.get(id) ?? [])
          .filter(({ confidence }) => confidence < 1)
          .map((claim) => ({
            label: `misread, leave out: ${records.line(claim)}`,
            decisions: [{ decide: "reject" as const, claim: claim.id }],
          })),
      },
    ];
  });
}

function newName(entity: Entity, records: Records): ReviewItem[] {
  if (!entity.proposed) return [];
  const said = records.naming(entity.id);
  return [
    {
      id: `name ${entity.id}`,
      kind: "new-name",
      urgency: 0.4 * (said.length / (said.length + 3)),
      question: `No pack knows ${entity.name}: is it a ${entity.type}?`,
      sides: [{ heading: entity.name, lines: said.slice(0, 4).map((claim) => records.line(claim)) }],
      choices: [{ label: `yes, a ${entity.type}`, decisions: [{ decide: "confirm", id: entity.id }] }],
    },
  ];
}

function doubtful(claim: Claim, records: Records): ReviewItem[] {
  if (claim.confidence >= DOUBTFUL) return [];
  const names = (ids: readonly string[]): string => ids.map((id) => records.name(id)).join(", ") || "?";
  const doer = names(claim.speaker.length > 0 ? claim.speaker : claim.agent);
  return [
    {
      id: `claim ${claim.id}`,
      kind: "doubtful-claim",
      urgency: 0.3 * (1 - claim.confidence),
      question: `Read as ${claim.subtype ?? claim.type}: ${doer} → ${names([...claim.target, ...claim.place])}. Right?`,
      sides: [{ heading: claim.type, lines: [records.line(claim)] }],
      choices: [
        { label: "right", decisions: [{ decide: "confirm", id: claim.id }] },
        { label: "misread, leave out", decisions: [{ decide: "reject", claim: claim.id }] },
      ],
    },
  ];
}

/** Everything worth a look in a case, most urgent first. What decisions settled is not asked again. */
export function reviewQueue(records: CaseRecords): ReviewItem[] {
  const lookup = new Records(records);
  const unsure = records.judgements.filter(({ verdict }) => verdict === "unsure");
  return [
    ...unsure.flatMap((judgement) =>
      (judgement.kind === "event" ? eventPair : entityPair)(judgement, lookup),
    ),
    ...records.events.flatMap((event) => contested(event, lookup)),
    ...records.entities.flatMap((entity) => newName(entity, lookup)),
    ...records.claims.flatMap((claim) => doubtful(claim, lookup)),
  ].sort(
    compareBy(
      (item) => -item.urgency,
      (item) => item.id,
    ),
  );
}
