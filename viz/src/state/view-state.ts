/** Everything that decides what is on screen, in rows; and its two ways to and from a link. */
import { FAMILIES, type View } from "../model/families.ts";
import { dayNumber, isoDay } from "../model/days.ts";
import type { Language, Model } from "../model/model.ts";
import { hiddenRows, signedNames } from "./choices.ts";
import type { Filters } from "./filters.ts";
import { DEFAULT_LINK, type Lens, type LinkState, type PanelTab, type Placement, type Theme } from "./url.ts";

export interface SelectedRow {
  readonly kind: "node" | "edge";
  readonly row: number;
}

export interface ViewState extends Filters {
  readonly placement: Placement;
  readonly selection: SelectedRow | undefined;
  /** Steps around the selection that stay lit; 0 lights direct neighbours without dropping the rest. */
  readonly ego: 0 | 1 | 2 | 3;
  readonly lens: Lens | undefined;
  readonly path: { readonly from: number; readonly to: number } | undefined;
  readonly compare: { readonly a: number; readonly b: number } | undefined;
  readonly communities: boolean;
  readonly tab: PanelTab;
  readonly language: Language;
  /** Undefined follows the system. */
  readonly theme: Theme | undefined;
  readonly camera: LinkState["camera"];
  readonly unknown: LinkState["unknown"];
}

/** What cannot be told from the graph part alone: edge ids live in the `links` part. */
export interface EdgeNames {
  readonly idOf: (row: number) => string | undefined;
  readonly rowOf: (id: string) => number | undefined;
}

export interface FromLink {
  readonly state: ViewState;
  /** Ids and names in the link that this graph does not have. */
  readonly missing: readonly string[];
}

/** Modalities that are not facts start hidden. */
export function defaultHiddenModalities(model: Model): Set<number> {
  return new Set(model.vocabulary.modalities.flatMap((modality, row) => (modality.factual ? [] : [row])));
}

const pair = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : { a, b };

const NO_ROWS: ReadonlySet<number> = new Set();

export function fromLink(link: LinkState, model: Model, names: EdgeNames, language: Language): FromLink {
  const { graph } = model;
  const missing: string[] = [];
  const node = (id: string) => {
    const row = model.rowOfNode.get(id);
    if (row === undefined) missing.push(id);
    return row;
  };
  const publisher = (name: string) => {
    const row = graph.publishers.indexOf(name);
    if (row < 0) missing.push(name);
    return row < 0 ? undefined : row;
  };
  const path = link.path && pair(node(link.path.from), node(link.path.to));
  return {
    missing,
    state: {
      view: link.view,
      placement: link.placement,
      period: link.period && {
        from: dayNumber(link.period.from, graph.firstDay),
        to: dayNumber(link.period.to, graph.firstDay),
      },
      undated: link.undated,
      hiddenFamilies: hiddenRows(link.relations, FAMILIES),
      hiddenModalities: hiddenRows(link.certainty, modalityNames(model), defaultHiddenModalities(model)),
      hiddenKinds: hiddenRows(link.kinds, model.nodeKinds),
      hiddenPublishers: hiddenRows(link.publishers, graph.publishers),
      hiddenNodes: link.hidden.length === 0 ? NO_ROWS : new Set(link.hidden.flatMap((id) => node(id) ?? [])),
      minConfidence: link.minConfidence ?? graph.minConfidence,
      minSources: link.minSources,
      selection: selectionOf(link, model, names, missing),
      ego: link.ego,
      lens: link.lens,
      path: path && { from: path.a, to: path.b },
      compare: link.compare && pair(publisher(link.compare.a), publisher(link.compare.b)),
      communities: link.communities,
      tab: link.tab,
      language: link.language ?? language,
      theme: link.theme,
      camera: link.camera,
      unknown: link.unknown,
    },
  };
}

function selectionOf(
  link: LinkState,
  model: Model,
  names: EdgeNames,
  missing: string[],
): SelectedRow | undefined {
  if (!link.selection) return undefined;
  const { kind, id } = link.selection;
  const row = kind === "node" ? model.rowOfNode.get(id) : names.rowOf(id);
  if (row !== undefined) return { kind, row };
  missing.push(id);
  return undefined;
}

/** @param systemLanguage  left out of the link where the reader did not choose otherwise */
export function toLink(
  state: ViewState,
  model: Model,
  names: EdgeNames,
  systemLanguage: Language,
): LinkState {
  const { graph } = model;
  const nodeId = (row: number) => graph.nodes.id[row] ?? "";
  const selected =
    state.selection?.kind === "node"
      ? nodeId(state.selection.row)
      : state.selection && names.idOf(state.selection.row);
  return {
    ...DEFAULT_LINK,
    graph: graph.hash,
    view: state.view,
    placement: state.placement,
    ...(state.period && {
      period: {
        from: isoDay(state.period.from, graph.firstDay),
        to: isoDay(state.period.to, graph.firstDay),
      },
    }),
    undated: state.undated,
    relations: signedNames(state.hiddenFamilies, FAMILIES),
    certainty: signedNames(state.hiddenModalities, modalityNames(model), defaultHiddenModalities(model)),
    kinds: signedNames(state.hiddenKinds, model.nodeKinds),
    publishers: signedNames(state.hiddenPublishers, graph.publishers),
    hidden: [...state.hiddenNodes].map(nodeId),
    ...(state.minConfidence !== graph.minConfidence && { minConfidence: state.minConfidence }),
    minSources: state.minSources,
    ...(selected && state.selection && { selection: { kind: state.selection.kind, id: selected } }),
    ego: state.ego,
    ...(state.lens && { lens: state.lens }),
    ...(state.path && { path: { from: nodeId(state.path.from), to: nodeId(state.path.to) } }),
    ...(state.compare && {
      compare: { a: graph.publishers[state.compare.a] ?? "", b: graph.publishers[state.compare.b] ?? "" },
    }),
    ...(state.camera && { camera: state.camera }),
    communities: state.communities,
    tab: state.tab,
    ...(state.language !== systemLanguage && { language: state.language }),
    ...(state.theme && { theme: state.theme }),
    unknown: state.unknown,
  };
}

export const modalityNames = (model: Model): string[] => model.vocabulary.modalities.map(({ id }) => id);

/** The filters as they stand when nobody has touched them. */
export function defaultFilters(model: Model, view: View): Filters {
  return {
    view,
    hiddenFamilies: NO_ROWS,
    hiddenModalities: defaultHiddenModalities(model),
    hiddenKinds: NO_ROWS,
    hiddenPublishers: NO_ROWS,
    hiddenNodes: NO_ROWS,
    period: undefined,
    undated: true,
    minConfidence: model.graph.minConfidence,
    minSources: 1,
  };
}
