/** What changed since an earlier export: relations and actors that came, went, or are told otherwise. */
import type { ViewerGraph, ViewerLinks } from "../../../src/viewer/payload.ts";
import { type View, viewOfKind } from "../model/families.ts";
import { type Model, viewAt } from "../model/model.ts";

export interface Changes {
  /** Edge rows of this graph. */
  readonly added: readonly number[];
  /** Edge rows whose modality, day, contested mark or number of sources differs. */
  readonly changed: readonly number[];
  /** How many relations of the earlier graph are gone. */
  readonly removed: number;
  /** Node rows of this graph. */
  readonly newNodes: readonly number[];
  readonly earlierTitle: string;
}

/** @param view  the relations compared: those of other views say the same in another way */
export function changesSince(
  model: Model,
  links: ViewerLinks,
  earlier: { readonly graph: ViewerGraph; readonly links: ViewerLinks },
  view: View,
): Changes {
  const before = new Map(earlier.links.edgeIds.map((id, row) => [id, row]));
  const nodesBefore = new Set(earlier.graph.nodes.id);
  const now = new Set(links.edgeIds);
  const added: number[] = [];
  const changed: number[] = [];
  links.edgeIds.forEach((id, row) => {
    if (viewAt(model, row) !== view) return;
    const was = before.get(id);
    if (was === undefined) added.push(row);
    else if (told(model.graph, row) !== told(earlier.graph, was)) changed.push(row);
  });
  return {
    added,
    changed,
    removed: earlier.links.edgeIds.filter((id, row) => viewOf(earlier.graph, row) === view && !now.has(id))
      .length,
    newNodes: model.graph.nodes.id.flatMap((id, row) => (nodesBefore.has(id) ? [] : [row])),
    earlierTitle: earlier.graph.title,
  };
}

const viewOf = ({ edgeKinds, edges }: ViewerGraph, row: number): View | undefined =>
  viewOfKind(edgeKinds[edges.kind[row] ?? 0] ?? "provenance");

/** What a reader would notice about an edge, with days as dates so that graphs of other first days compare. */
function told({ edges, firstDay }: ViewerGraph, row: number): string {
  const day = edges.day[row] ?? 0;
  const date = day === 0 ? "" : Date.parse(`${firstDay}T00:00:00Z`) / 86_400_000 + day;
  return [edges.modality[row], date, edges.span[row], (edges.flags[row] ?? 0) & 1, edges.weight[row]].join(
    " ",
  );
}

/**
 * Reads the parts out of an exported file without running or showing any of it.
 * @returns undefined where the text is no export of the viewer
 */
export function readExport(html: string): { graph: ViewerGraph; links: ViewerLinks } | undefined {
  const part = (name: string): unknown => {
    const open = html.indexOf(`<script type="application/json" id="part-${name}">`);
    if (open < 0) return undefined;
    const start = html.indexOf(">", open) + 1;
    const end = html.indexOf("</script>", start);
    try {
      return JSON.parse(html.slice(start, end));
    } catch {
      return undefined;
    }
  };
  const graph = part("graph") as ViewerGraph | undefined;
  const links = part("links") as ViewerLinks | undefined;
  const readable = graph?.format === "riposte-viewer/1" && Array.isArray(links?.edgeIds);
  return readable && links ? { graph, links } : undefined;
}
