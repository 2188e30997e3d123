/** Ways out of the page: a link, a picture, a drawing. */
import { drawing } from "../graph/drawing.ts";
import { COLORS } from "../graph/palette.ts";
import type { Session } from "./session.ts";
import { statusLine } from "./status.ts";

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Files and old browsers have no clipboard interface; a selection can still be copied.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

export async function copyLink(session: Session): Promise<void> {
  await copyText(linkHere(session));
  session.say(session.words.linkCopied);
}

/** The address of this view, camera included. */
export function linkHere(session: Session): string {
  const fragment = session.store.fragment();
  return `${location.href.replace(/#.*$/, "")}${fragment ? `#${fragment}` : ""}`;
}

/** What stands under every picture: what is shown, from which case, and that a corpus is no source. */
export function caption(session: Session): string[] {
  const { graph } = session.store.model;
  const { notice } = graph;
  return [
    `${graph.title}: ${statusLine(session)}`,
    ...(notice ? [notice[session.store.language.value]] : []),
    `${graph.generator}, ${graph.hash}`,
  ];
}

const PICTURE_SCALE = 2;

/** The drawing as pixels; of graphs too large to draw line by line, the picture as it is on screen above its legend. */
export async function downloadPng(session: Session): Promise<void> {
  const stage = session.stage.peek();
  if (!stage) return;
  const whole = session.store.detail.peek().fans;
  const svg = drawing(stage, session, caption(session), { legendOnly: !whole });
  const graph = whole ? undefined : stage.view.picture(PICTURE_SCALE);
  const above = graph?.height ?? 0;
  const canvas = document.createElement("canvas");
  canvas.width = svg.width * PICTURE_SCALE;
  canvas.height = above + svg.height * PICTURE_SCALE;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = COLORS[session.store.theme.peek()].background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (graph) context.drawImage(graph, 0, 0);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  await image.decode();
  context.drawImage(image, 0, above, canvas.width, svg.height * PICTURE_SCALE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) download(blob, `riposte-${session.store.model.graph.hash}.png`);
}

export function downloadSvg(session: Session): void {
  const stage = session.stage.peek();
  if (!stage) return;
  const { text } = drawing(stage, session, caption(session), { legendOnly: false });
  download(new Blob([text], { type: "image/svg+xml" }), `riposte-${session.store.model.graph.hash}.svg`);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
