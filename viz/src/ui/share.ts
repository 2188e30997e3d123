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

export async function downloadPng(session: Session): Promise<void> {
  const stage = session.stage.peek();
  if (!stage) return;
  const colors = COLORS[session.store.theme.peek()];
  const graph = stage.view.picture(PICTURE_SCALE);
  const svg = drawing(stage, session, caption(session), { legendOnly: true });
  const foot = svg.height * PICTURE_SCALE;
  const canvas = document.createElement("canvas");
  canvas.width = graph.width;
  canvas.height = graph.height + foot;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = colors.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(graph, 0, 0);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`;
  await image.decode();
  context.drawImage(image, 0, graph.height, canvas.width, foot);
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
