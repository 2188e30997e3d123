/** Small hand-made case records for tests of what comes after resolution. */
import type { CaseRecords, Claim, ConflictEvent, Entity, EntityType } from "../../src/ontology/index.ts";
import { sha256 } from "../../src/shared/index.ts";

export const TEXT = "Alpha fired eight rockets at Fort Bravo on Monday. Alpha denied any part in it.";

export function entity(id: string, type: EntityType, more: Partial<Entity> = {}): Entity {
  return { id, type, name: id, names: { fr: id, en: id }, aliases: [], ...more };
}

export function claim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    document: "one",
    evidence: { start: 0, end: 50, text: TEXT.slice(0, 50) },
    type: "attack",
    agent: [],
    target: [],
    place: [],
    source: [],
    speaker: [],
    origin: [],
    destination: [],
    instrument: [],
    modality: "asserted",
    inferred: [],
    about: [],
    responseTo: [],
    mentions: [],
    extractor: { name: "frames", version: "1", rule: "test" },
    confidence: 0.9,
    ...more,
  };
}

export function event(
  id: string,
  claims: readonly string[],
  more: Partial<ConflictEvent> = {},
): ConflictEvent {
  return {
    id,
    type: "attack",
    claims: [...claims],
    agent: [],
    target: [],
    place: [],
    modality: "asserted",
    responseTo: [],
    partOf: [],
    fields: {},
    documents: ["one"],
    sources: ["outlet"],
    confidence: 0.9,
    ...more,
  };
}

/** One attack with a named doer, one by nobody, a denial, and a standing fact. */
export function smallRecords(): CaseRecords {
  const attack = claim("one:0-50:attack", { subtype: "rocket", agent: ["alpha"], target: ["fort-bravo"] });
  const counter = claim("one:0-50:retaliation", { type: "retaliation", place: ["fort-bravo"] });
  const denial = claim("one:51-79:deny", {
    type: "deny",
    speaker: ["alpha"],
    about: [attack.id],
    evidence: { start: 51, end: 79, text: TEXT.slice(51, 79) },
  });
  return {
    documents: [
      {
        id: "one",
        text: TEXT,
        sha256: sha256(TEXT),
        publisher: "The Outlet",
        published: "2021-06-29",
        language: "en",
      },
    ],
    claims: [attack, counter, denial],
    entities: [entity("alpha", "ArmedGroup"), entity("fort-bravo", "Base", { latitude: 35, longitude: 40 })],
    events: [
      event("ev:one:0-50:attack", [attack.id], {
        subtype: "rocket",
        agent: ["alpha"],
        target: ["fort-bravo"],
        time: { start: "2021-06-28", end: "2021-06-28" },
      }),
      event("ev:one:0-50:retaliation", [counter.id], {
        type: "retaliation",
        place: ["fort-bravo"],
        responseTo: [{ id: "ev:one:0-50:attack", cue: "in response" }],
      }),
    ],
    relations: [
      {
        id: "alpha:located-in:fort-bravo",
        subject: "alpha",
        type: "located-in",
        object: "fort-bravo",
        pack: "p",
        confidence: 1,
      },
    ],
    judgements: [],
  };
}
