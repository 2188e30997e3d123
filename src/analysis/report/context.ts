import { type EntityNode, type GraphEdge, sourceLabels } from "../../graph/index.ts";
import type { Language } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { CaseAnalysis } from "../case-analysis.ts";
import type { Happening } from "../time/happenings.ts";
import { Footnotes } from "./footnotes.ts";
import { Labels } from "./labels.ts";

/** What every section is written from. */
export interface ReportContext {
  readonly analysis: CaseAnalysis;
  readonly language: Language;
  readonly labels: Labels;
  readonly footnotes: Footnotes;
  readonly edgesByEntity: ReadonlyMap<string, readonly GraphEdge[]>;
  /** Rows that tables show on a page. */
  readonly shown: number;
}

export function contextOf(analysis: CaseAnalysis, language: Language, shown: number): ReportContext {
  const entities = new Map(
    analysis.graph.nodes.flatMap((node): [string, EntityNode][] =>
      node.kind === "entity" ? [[node.id, node]] : [],
    ),
  );
  return {
    analysis,
    language,
    labels: new Labels(entities, language, sourceLabels(analysis.records)),
    footnotes: new Footnotes(analysis.records, language),
    edgesByEntity: indexEdges(analysis),
    shown,
  };
}

/** Name of a node of the projection. */
export const nameOf = ({ analysis, labels }: ReportContext, node: number): string =>
  labels.entity(analysis.projection.nodes[node]?.id);

/** Edges of an entity in the projection, the best supported first. */
export const edgesOfEntity = ({ edgesByEntity }: ReportContext, id: string): readonly GraphEdge[] =>
  edgesByEntity.get(id) ?? [];

function indexEdges({ projection }: CaseAnalysis): Map<string, GraphEdge[]> {
  const byEntity = new Map<string, GraphEdge[]>(projection.nodes.map(({ id }) => [id, []]));
  for (const edge of projection.edges.flat()) {
    byEntity.get(edge.source)?.push(edge);
    byEntity.get(edge.target)?.push(edge);
  }
  const bestFirst = compareBy<GraphEdge>(
    ({ weight }) => -weight,
    (edge) => edge.id,
  );
  for (const edges of byEntity.values()) edges.sort(bestFirst);
  return byEntity;
}

/** Notes for some acts, three at most: the claims of their events. */
export function citeActs({ footnotes }: ReportContext, happenings: readonly Happening[]): number[] {
  const numbers = new Set<number>();
  for (const { event } of happenings) {
    if (numbers.size >= 3) break;
    for (const number of footnotes.cite(event.claims)) numbers.add(number);
  }
  return [...numbers].slice(0, 3);
}

/** Ids of those who did some acts, each once; undefined among them where an act has no named author. */
export function doersOf(happenings: readonly Happening[]): (string | undefined)[] {
  const ids = happenings.flatMap(({ doers }): (string | undefined)[] =>
    doers.length > 0 ? [...doers] : [undefined],
  );
  return [...new Set(ids)];
}
