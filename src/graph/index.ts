export { buildGraph } from "./build.ts";
export { epochDay, firstDay, isoDay, lastDay } from "./days.ts";
export { toGraphology } from "./graphology.ts";
export { sourceLabels } from "./source-label.ts";
export { eventTitle } from "./titles.ts";
export { type GraphFilter, projectGraph, VIEWS, type ViewName } from "./project.ts";
export {
  captionOf,
  EDGE_PROPERTIES,
  kindLabel,
  labelsOf,
  NODE_COLUMNS,
  NODE_KINDS,
  nodeProperties,
  type Property,
  PROPERTY_NAMES,
  type PropertyType,
  type PropertyValue,
  readEdge,
  readNode,
} from "./properties.ts";
export {
  BASE_LABEL,
  GRAPH_VOCABULARY,
  type PropertyEdge,
  type PropertyNode,
  propertyEdge,
  propertyNode,
  storedColumns,
  storedId,
} from "./property-graph.ts";
export * from "./types.ts";
export { withoutSources } from "./without-sources.ts";
