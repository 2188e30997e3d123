/** Event graphs of any size for tests and measurements: same arguments, same graph. */
import type { GraphEdge, GraphNode } from "../../src/graph/index.ts";
import { isoDay } from "../../src/graph/index.ts";
import { CLAIM_TYPE_TABLE, codesOf, ENTITY_TYPES } from "../../src/ontology/index.ts";

export interface SyntheticSize {
  readonly nodes: number;
  readonly edges: number;
  readonly seed?: number;
}

/** Text that breaks careless writers: markup, quotes, query text, formulas, control and broken characters. */
export const HOSTILE_TEXTS = [
  "<script>alert('1')</script> & \"quotes\"",
  "Robert'); MATCH (n) DETACH DELETE n; //",
  "back`tick`` and :`Label`",
  '=HYPERLINK("https://example.org")',
  "+1",
  "-2+3",
  "@SUM(A1)",
  "\ttab first",
  "line\nbreak\r\nand \\ backslash \\u0027 \\\\u0027",
  "nul\u0000 bell\u0007 escape\u001b[31m red",
  "lone \ud800 surrogate \udfff",
  "not a character \ufffe\uffff",
  "كتائب حزب الله — قاعدة عين الأسد",
  "family 👩‍👩‍👧 and combining é",
  "$param {map: 1} [list] /* comment */ -- ; '",
  "]]> <!-- --> <?pi?>",
  "",
] as const;

const ACTION_TYPES = ["attack", "retaliation", "mobilize", "coerce", "aid"] as const;
const FIRST_DAY = 18_000;

/** A deterministic stream of numbers in [0, n) (xorshift32). */
export function randomIntegers(seed: number): (n: number) => number {
  let state = seed | 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/**
 * A graph whose rows are made as they are asked for: nine nodes in ten are entities, the rest events; edges are
 * dated actions with skewed in-degree. Ids sort in the order of making.
 */
export function syntheticGraph({ nodes, edges, seed = 42 }: SyntheticSize): {
  readonly nodes: Iterable<GraphNode>;
  readonly edges: Iterable<GraphEdge>;
} {
  return {
    nodes: {
      *[Symbol.iterator]() {
        for (let i = 0; i < nodes; i++) yield i % 10 === 9 ? syntheticEvent(i) : syntheticEntity(i);
      },
    },
    edges: {
      *[Symbol.iterator]() {
        const random = randomIntegers(seed);
        for (let i = 0; i < edges; i++) yield syntheticEdge(i, nodes, random);
      },
    },
  };
}

/** The same graph in memory, with its rows sorted by id as in a case. */
export function syntheticEventGraph(size: SyntheticSize): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const graph = syntheticGraph(size);
  return { nodes: [...graph.nodes], edges: [...graph.edges] };
}

/** Two parallel edges, a self-loop, a stub, a document and a claim, with a hostile text wherever one can stand. */
export function hostileGraph(): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes: GraphNode[] = HOSTILE_TEXTS.map((text, i) => ({
    ...syntheticEntity(i),
    id: `hostile-${i} ${text}`,
    name: text,
    names: { fr: text },
    aliases: [text, `${text};${text}`, ...HOSTILE_TEXTS],
    country: text,
  }));
  const first = nodes[0]?.id ?? "";
  const second = nodes[1]?.id ?? "";
  nodes.push(
    { ...syntheticEvent(9), id: "event", title: { fr: HOSTILE_TEXTS[0], en: HOSTILE_TEXTS[1] } },
    { kind: "stub", id: "stub", eventId: "event", side: "agent" },
    { kind: "document", id: "doc:d", title: HOSTILE_TEXTS[5], published: "2021-06-28T10:00:00+02:00" },
    {
      kind: "claim",
      id: "claim",
      type: "attack",
      text: HOSTILE_TEXTS.join(" "),
      startOffset: 3,
      endOffset: 12,
      modality: "alleged",
      confidence: 1,
      start: "2021-06-27",
      end: "2021-06-28",
      rule: HOSTILE_TEXTS[3],
    },
    { ...syntheticEntity(3), id: "x".repeat(40_000), name: "long id" },
  );
  const random = randomIntegers(7);
  const edge = syntheticEdge(0, 10, random);
  const edges: GraphEdge[] = [
    { ...edge, id: "e1", source: first, target: second, cue: HOSTILE_TEXTS[1] },
    { ...edge, id: "e2", source: first, target: second, start: "2021-07-01", end: "2021-07-03" },
    { ...edge, id: "e3", source: second, target: second },
    { ...edge, id: "e4", source: "stub", target: "event", claims: [...HOSTILE_TEXTS] },
    { ...edge, id: "e5", kind: "provenance", type: "ABOUT", source: "claim", target: "event" },
    {
      ...edge,
      id: "e6",
      kind: "standing",
      type: "LEADS",
      source: first,
      target: "x".repeat(40_000),
      claims: [],
      start: "2019",
      end: "2020-02",
    },
    ...HOSTILE_TEXTS.map((text, i) => ({
      ...edge,
      id: `e-${i} ${text}`,
      source: nodes[i]?.id ?? "",
      target: first,
    })),
  ];
  return { nodes, edges };
}

const nodeId = (i: number): string => `n${String(i).padStart(7, "0")}`;

function syntheticEntity(i: number): GraphNode & { kind: "entity" } {
  const type = ENTITY_TYPES[i % ENTITY_TYPES.length] ?? "Place";
  return {
    kind: "entity",
    id: nodeId(i),
    type,
    name: `${type} ${i}`,
    names: { fr: `${type} ${i}`, en: `${type} no. ${i}` },
    aliases: [`a${i}`, `b${i}`],
    ...(i % 3 === 0 && { latitude: (i % 90) + 0.5, longitude: -((i % 180) + 0.25) }),
    proposed: i % 7 === 0,
  };
}

function syntheticEvent(i: number): GraphNode & { kind: "event" } {
  const day = isoDay(FIRST_DAY + (i % 365));
  return {
    kind: "event",
    id: nodeId(i),
    type: "attack",
    subtype: "rocket",
    title: { fr: `Tir de roquettes ${i}`, en: `Rocket attack ${i}` },
    start: day,
    end: day,
    modality: "asserted",
    confidence: 0.9,
    contested: i % 4 === 1 ? ["killed"] : [],
    reports: 1 + (i % 3),
    independentSources: 1 + (i % 2),
    claims: [`c${i}`],
    codes: codesOf("attack", "rocket"),
  };
}

function syntheticEdge(i: number, nodes: number, random: (n: number) => number): GraphEdge {
  const claimType = ACTION_TYPES[random(ACTION_TYPES.length)] ?? "attack";
  const day = isoDay(FIRST_DAY + random(365));
  return {
    id: `r${String(i).padStart(8, "0")}`,
    kind: "action",
    type: CLAIM_TYPE_TABLE[claimType].relation,
    source: nodeId(random(nodes)),
    target: nodeId(Math.min(random(nodes), random(nodes))),
    claims: [`c${i}`],
    claimType,
    start: day,
    end: day,
    modality: i % 20 === 0 ? "alleged" : "asserted",
    confidence: 0.5 + random(50) / 100,
    contested: i % 50 === 0,
    inferred: false,
    weight: 1 + random(5),
    documents: [`d${i % 1000}`],
    codes: codesOf(claimType),
  };
}
