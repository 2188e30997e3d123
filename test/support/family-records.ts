/** One edge for each family and certainty, between pairs of their own, for tests that look at pixels. */
import type { CaseRecords, ClaimType, Modality } from "../../src/ontology/index.ts";
import { MODALITIES } from "../../src/ontology/index.ts";
import { claim, entity, event } from "./records.ts";

const ACTS: readonly ClaimType[] = ["attack", "retaliation", "mobilize"];

const name = (type: string, modality: Modality, side: "a" | "b") => `${type}-${modality}-${side}`;

/** Ids of the two ends say what lies between them: `attack-alleged-a` → `attack-alleged-b`. */
export function familyRecords(): CaseRecords {
  const pairs = MODALITIES.flatMap((modality) =>
    [...ACTS, "threaten" as const].map((type) => ({ type, modality })),
  );
  const claims = pairs.map(({ type, modality }) => {
    const [a, b] = [name(type, modality, "a"), name(type, modality, "b")];
    const sides = type === "threaten" ? { speaker: [a], target: [b] } : { agent: [a], target: [b] };
    return claim(`${type}-${modality}`, { type, modality, ...sides });
  });
  return {
    documents: [{ id: "one", text: "x".repeat(60), sha256: "0".repeat(64), publisher: "Outlet" }],
    claims,
    entities: [
      ...pairs.flatMap(({ type, modality }) =>
        (["a", "b"] as const).map((side) => entity(name(type, modality, side), "Place")),
      ),
      entity("standing-a", "Place"),
      entity("standing-b", "Place"),
    ],
    events: pairs
      .filter(({ type }) => type !== "threaten")
      .map(({ type, modality }) =>
        event(`ev-${type}-${modality}`, [`${type}-${modality}`], {
          type,
          modality,
          agent: [name(type, modality, "a")],
          target: [name(type, modality, "b")],
        }),
      ),
    relations: [
      { id: "r", subject: "standing-a", type: "located-in", object: "standing-b", pack: "p", confidence: 1 },
    ],
    judgements: [],
  };
}
