/** Models of the viewer for tests: the demonstration corpus, and a graph small enough to count by hand. */
import { buildGraph } from "../../src/graph/index.ts";
import type { CaseRecords } from "../../src/ontology/index.ts";
import { buildViewerPayload, type ViewerPayload } from "../../src/viewer/index.ts";
import { decode, type Model } from "../../viz/src/model/model.ts";
import { goldRecords } from "./gold-records.ts";
import { claim, entity, event } from "./records.ts";

export const NOTICE = {
  fr: "Rapports de démonstration écrits pour ce projet ; ne constituent pas une source.",
  en: "Demonstration reports written for this project; not a source.",
} as const;

let corpus: { records: CaseRecords; payload: ViewerPayload; model: Model } | undefined;

/** Built once a test file: laying out takes a moment. */
export function corpusViewer() {
  if (!corpus) {
    const records = goldRecords();
    const payload = payloadOf(records);
    corpus = { records, payload, model: decode(payload.graph) };
  }
  return corpus;
}

export function payloadOf(records: CaseRecords, title = "Levant"): ViewerPayload {
  return buildViewerPayload(records, buildGraph(records), { title, notice: NOTICE });
}

const TEXT = "Alpha fired on Fort Bravo. Bravo answered. Alpha struck again. Charlie denied it all.";

const on = (start: string) => ({ time: { start, end: start } });

const document = (id: string, publisher: string) =>
  ({
    id,
    text: TEXT,
    sha256: "0".repeat(64),
    publisher,
    language: "en",
    published: "2021-06-12",
    title: id,
  }) as const;

/**
 * Three events in a chain: alpha attacks bravo on 1 June, bravo answers on 4 June (told by two outlets, contested),
 * alpha answers on 10 June. Charlie denies the second. Delta is part of alpha. A planned attack is no fact.
 */
export function chainRecords(): CaseRecords {
  const claims = [
    claim("c1", { agent: ["alpha"], target: ["bravo"], ...on("2021-06-01") }),
    claim("c2", { type: "retaliation", agent: ["bravo"], target: ["alpha"], ...on("2021-06-04") }),
    claim("c2b", {
      document: "two",
      type: "retaliation",
      agent: ["bravo"],
      target: ["alpha"],
      ...on("2021-06-05"),
    }),
    claim("c3", { type: "retaliation", agent: ["alpha"], target: ["bravo"], ...on("2021-06-10") }),
    claim("c4", { type: "deny", speaker: ["charlie"], about: ["c2"], ...on("2021-06-06") }),
    claim("c5", { agent: ["alpha"], target: ["charlie"], modality: "planned", confidence: 0.5 }),
  ];
  return {
    documents: [document("one", "Outlet A"), document("two", "Outlet B")],
    claims,
    entities: [
      entity("alpha", "ArmedGroup", {
        name: "Alpha",
        names: { fr: "L’Alpha", en: "The Alpha" },
        aliases: [
          { name: "Élan d’Alpha", usedBy: ["Outlet A"] },
          { name: "A-group", usedBy: [] },
        ],
      }),
      entity("bravo", "Country", { name: "Bravo", latitude: 10, longitude: 20 }),
      entity("charlie", "Person", { name: "Charlie" }),
      entity("delta", "Unit", { name: "Delta", proposed: true }),
    ],
    events: [
      event("ev1", ["c1"], {
        agent: ["alpha"],
        target: ["bravo"],
        ...on("2021-06-01"),
        sources: ["Outlet A"],
      }),
      event("ev2", ["c2", "c2b"], {
        type: "retaliation",
        agent: ["bravo"],
        target: ["alpha"],
        time: { start: "2021-06-04", end: "2021-06-05" },
        responseTo: [{ id: "ev1", cue: "answered" }],
        documents: ["one", "two"],
        sources: ["Outlet A", "Outlet B"],
        fields: {
          time: {
            values: [
              { value: "2021-06-04", claims: ["c2"], sources: ["Outlet A"] },
              { value: "2021-06-05", claims: ["c2b"], sources: ["Outlet B"] },
            ],
            shown: 0,
            contested: true,
          },
        },
        formerIds: ["ev2-old"],
      }),
      event("ev3", ["c3"], {
        type: "retaliation",
        agent: ["alpha"],
        target: ["bravo"],
        ...on("2021-06-10"),
        responseTo: [{ id: "ev2" }],
      }),
      event("ev4", ["c5"], { agent: ["alpha"], target: ["charlie"], modality: "planned", confidence: 0.5 }),
    ],
    relations: [{ id: "r1", subject: "delta", type: "part-of", object: "alpha", pack: "p", confidence: 1 }],
    judgements: [],
  };
}

export function chainModel(): Model {
  return decode(payloadOf(chainRecords(), "Chain").graph);
}

export function nodeRow(model: Model, id: string): number {
  const row = model.rowOfNode.get(id);
  if (row === undefined) throw new Error(`no node ${id}`);
  return row;
}
