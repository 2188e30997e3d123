/** What every sink must do, whatever it writes to. */
import { describe, expect, test } from "@jest/globals";
import type { GraphSink, GraphSource } from "../../src/export/index.ts";
import { firstDay } from "../../src/graph/index.ts";
import { hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";

/** A graph as it can be read back from the medium. */
export interface StoredGraph {
  readonly nodes: readonly StoredNode[];
  readonly edges: readonly StoredEdge[];
}

export interface StoredNode {
  readonly id: string;
  /** The caption of entities, without which the node is worth little. */
  readonly name: string | undefined;
}

export interface StoredEdge {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  /** First day, as an ISO day. */
  readonly date: string | undefined;
  readonly weight: number;
}

export interface SinkUnderTest {
  readonly sink: GraphSink;
  readonly read: () => Promise<StoredGraph>;
  /** An id or a text as the medium can hold it; by default as it is. */
  readonly storedId?: (id: string) => string;
  readonly storedText?: (text: string) => string;
}

/** Registers the contract's tests. `open` gives an empty sink of its own to each test. */
export function graphSinkContract(name: string, open: () => Promise<SinkUnderTest>): void {
  describe(`${name} keeps the sink contract`, () => {
    const graph = syntheticEventGraph({ nodes: 60, edges: 200 });

    test("writes every node and edge with type, ends, date and weight", async () => {
      const under = await open();
      const summary = await under.sink.write(graph);
      expect(summary).toMatchObject({ nodes: 60, edges: 200 });
      expect(sorted(await under.read())).toEqual(sorted(expected(graph, under)));
    });

    test("writing the same graph again changes nothing", async () => {
      const under = await open();
      await under.sink.write(graph);
      const before = await under.read();
      expect(await under.sink.write(graph)).toMatchObject({ nodes: 60, edges: 200 });
      expect(await under.read()).toEqual(before);
    });

    test("a later graph takes the place of the earlier one", async () => {
      const under = await open();
      await under.sink.write(graph);
      const later = {
        nodes: graph.nodes
          .slice(0, 40)
          .map((node) => (node.kind === "entity" ? { ...node, name: "new" } : node)),
        edges: graph.edges
          .filter((edge) => edge.source < "n0000040" && edge.target < "n0000040")
          .map((edge) => ({ ...edge, weight: edge.weight + 1, start: "2022-01-01", end: "2022-01-02" })),
      };
      await under.sink.write(later);
      expect(sorted(await under.read())).toEqual(sorted(expected(later, under)));
    });

    test("hostile text is stored as data; parallel edges and self-loops stay apart", async () => {
      const under = await open();
      const hostile = hostileGraph();
      const summary = await under.sink.write(hostile);
      expect(summary).toMatchObject({ nodes: hostile.nodes.length, edges: hostile.edges.length });
      expect(sorted(await under.read())).toEqual(sorted(expected(hostile, under)));
    });

    test("an empty graph leaves an empty store", async () => {
      const under = await open();
      await under.sink.write(graph);
      expect(await under.sink.write({ nodes: [], edges: [] })).toMatchObject({ nodes: 0, edges: 0 });
      expect(await under.read()).toEqual({ nodes: [], edges: [] });
    });

    test("an interrupted write says so, and writing again completes it", async () => {
      const under = await open();
      const abort = new AbortController();
      const interrupting: GraphSource = {
        nodes: graph.nodes,
        edges: {
          *[Symbol.iterator]() {
            for (const [i, edge] of graph.edges.entries()) {
              if (i === 100) abort.abort();
              yield edge;
            }
          },
        },
      };
      await expect(under.sink.write(interrupting, { signal: abort.signal })).rejects.toMatchObject({
        code: "run/interrupted",
      });
      await under.sink.write(graph);
      expect(sorted(await under.read())).toEqual(sorted(expected(graph, under)));
    });
  });
}

function expected(graph: GraphSource, under: SinkUnderTest): StoredGraph {
  const id = under.storedId ?? ((text) => text);
  const text = under.storedText ?? ((value) => value);
  return {
    nodes: [...graph.nodes].map((node) => ({
      id: id(node.id),
      name: node.kind === "entity" ? text(node.name) : undefined,
    })),
    edges: [...graph.edges].map((edge) => ({
      id: id(edge.id),
      type: edge.type,
      source: id(edge.source),
      target: id(edge.target),
      date: firstDay(edge.start),
      weight: edge.weight,
    })),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Order is the medium's own affair. */
function sorted(graph: StoredGraph): StoredGraph {
  return { nodes: [...graph.nodes].sort(byId), edges: [...graph.edges].sort(byId) };
}
