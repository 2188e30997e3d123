export { type AnalysisOptions, analyzeCase, type CaseAnalysis, projectCase } from "./case-analysis.ts";
export { type Csr, csrFromArcs, transpose, undirected } from "./csr.ts";
export { type AdaptedGraph, byKey, fromGraphology } from "./graphology.ts";
export { betweenness } from "./measures/betweenness.ts";
export { type Communities, communities } from "./measures/communities.ts";
export { type Components, strongComponents, weakComponents } from "./measures/components.ts";
export { coreNumbers } from "./measures/core-number.ts";
export { degrees, strengths } from "./measures/degree.ts";
export { eigenvectorCentrality } from "./measures/eigenvector.ts";
export { harmonicCloseness, type SampledHarmonic, sampledHarmonicCloseness } from "./measures/harmonic.ts";
export { type Hits, hits } from "./measures/hits.ts";
export { modularity } from "./measures/modularity.ts";
export { pageRank } from "./measures/pagerank.ts";
export { type Reciprocity, reciprocity } from "./measures/reciprocity.ts";
export { type SampledBetweenness, sampledBetweenness } from "./measures/sampled-betweenness.ts";
export { TRIAD_TYPES, type TriadCensus, triadCensus, type TriadType } from "./measures/triad-census.ts";
export {
  type GivenMeasures,
  measureNetwork,
  type MeasureOptions,
  type NetworkMeasures,
  type NodeMeasure,
  type NodeMeasures,
  searchesEveryNode,
} from "./network-measures.ts";
export {
  CERTAINTIES,
  type Certainty,
  project,
  type Projection,
  PROJECTION_NAMES,
  type ProjectionName,
  type ProjectionOptions,
  type Weight,
  WEIGHTS,
} from "./projection.ts";
export { Random } from "./random.ts";
export { composeReport, type ReportOptions } from "./report/compose.ts";
export { type ReportDocument, tablesOf } from "./report/document.ts";
export { toCsv } from "./report/render/csv.ts";
export { toHtml } from "./report/render/html.ts";
export { type ReportJson, toJson } from "./report/render/json.ts";
export { toMarkdown } from "./report/render/markdown.ts";
