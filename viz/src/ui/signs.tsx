/** The graph's visual language in small: how a line, a certainty and a node look, drawn from the same palette. */
import { GLYPHS } from "../graph/glyphs.ts";
import { COLORS, communityColor, dashOf, edgeWidth, headOf, nodeForm } from "../graph/palette.ts";
import type { Family } from "../model/families.ts";
import { familyAt, NODE_EVENT } from "../model/model.ts";
import { useSession } from "./session.ts";

export function FamilySign({ family, modality }: { readonly family: Family; readonly modality?: string }) {
  const { store } = useSession();
  const color = COLORS[store.theme.value].edges[family];
  return <LineSign color={color} family={family} modality={modality ?? "asserted"} />;
}

export function ModalitySign({ modality }: { readonly modality: string }) {
  const { store } = useSession();
  return <LineSign color={COLORS[store.theme.value].ink} family={undefined} modality={modality} />;
}

interface LineSignProps {
  readonly color: string;
  readonly family: Family | undefined;
  readonly modality: string;
}

function LineSign({ color, family, modality }: LineSignProps) {
  const dash = dashOf(modality);
  const head = family ? headOf(family) : { length: 0, width: 0 };
  const width = family ? edgeWidth(family, 2) : 2.2;
  const length = head.length * width;
  const half = (head.width * width) / 2;
  return (
    <svg class="line-sign" viewBox="0 0 34 14" aria-hidden="true">
      <path
        d={`M1 7H${33 - Math.max(0, length - 1)}`}
        stroke={color}
        stroke-width={width}
        stroke-dasharray={
          dash.period > 0 ? `${dash.period * dash.on} ${dash.period * (1 - dash.on)}` : undefined
        }
      />
      {length > 0 && <path d={`M33 7L${33 - length} ${7 - half}V${7 + half}Z`} fill={color} />}
    </svg>
  );
}

export function KindSign({ kind, color }: { readonly kind: string; readonly color?: string }) {
  const { store } = useSession();
  const colors = COLORS[store.theme.value];
  const form = nodeForm(kind);
  const paint = color ?? colors.nodes[form.group];
  return (
    <svg class="kind-sign" viewBox="-3 -3 30 30" aria-hidden="true">
      <circle
        cx="12"
        cy="12"
        r="13"
        fill={form.hollow ? colors.panel : paint}
        stroke={paint}
        stroke-width="2"
      />
      <g transform="translate(12 12) scale(0.66) translate(-12 -12)">
        <path
          d={GLYPHS[form.glyph]}
          fill="none"
          stroke={form.hollow ? paint : colors.panel}
          stroke-width="2.4"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </g>
    </svg>
  );
}

export function NodeSign({ node }: { readonly node: number }) {
  const { store } = useSession();
  const { model } = store;
  const kind = model.nodeKinds[model.nodes.drawnAs[node] ?? 0] ?? "";
  const colors = COLORS[store.theme.value];
  let color: string | undefined;
  if (store.state.value.communities)
    color = communityColor(model.graph.nodes.community?.[node], store.theme.value);
  else if (model.nodes.kind[node] === NODE_EVENT) {
    const type = model.vocabulary.claimTypes[model.nodes.type[node] ?? 0]?.id;
    color = colors.edges[type === "attack" || type === "retaliation" ? type : "action"];
  }
  return color === undefined ? <KindSign kind={kind} /> : <KindSign kind={kind} color={color} />;
}

export function EdgeSign({ edge }: { readonly edge: number }) {
  const { store } = useSession();
  const modality = store.model.vocabulary.modalities[store.model.edges.modality[edge] ?? 0]?.id ?? "asserted";
  return <FamilySign family={familyAt(store.model, edge)} modality={modality} />;
}
