/**
 * Quotations, over sentences and nested.
 *
 * Opening and closing marks are told by shape (« », “ ”) or, for the straight quote, by what stands beside it and by
 * what is open. A quotation that is never closed ends with its paragraph, unless the next paragraph opens with the
 * same mark (the custom for long quotations); a closing mark without an opening one is ignored.
 */
import type { Offsets, QuotationSpan } from "../types.ts";

const MARK = /[«»“”„"]/g;
/** Nesting beyond this is taken for noise. */
const DEEPEST = 8;

interface Opened {
  readonly at: number;
  readonly mark: string;
}

/** @returns quotations in order of their opening mark; `depth` 1 is the outermost */
export function findQuotations(text: string, paragraphs: readonly Offsets[]): QuotationSpan[] {
  const found: QuotationSpan[] = [];
  const stack: Opened[] = [];
  paragraphs.forEach(({ start, end }, index) => {
    MARK.lastIndex = start;
    for (let match = MARK.exec(text); match && match.index < end; match = MARK.exec(text)) {
      const at = match.index;
      const kind = kindOf(text, at, match[0], stack);
      if (kind === "open" && stack.length < DEEPEST) stack.push({ at, mark: match[0] });
      if (kind === "close") close(stack, found, match[0], at + 1);
    }
    const next = paragraphs[index + 1];
    const continues = next && stack.length === 1 && text[next.start] === stack[0]?.mark;
    if (continues) {
      close(stack, found, stack[0]?.mark as string, end);
      return;
    }
    while (stack.length > 0) closeTop(stack, found, end);
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function kindOf(
  text: string,
  at: number,
  mark: string,
  stack: readonly Opened[],
): "open" | "close" | "stray" {
  if (mark === "«" || mark === "“" || mark === "„") return "open";
  if (mark === "»") return "close";
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  const pairs = (open: string): boolean =>
    mark === "”"
      ? open === "“" || open === "„" || open === "”"
      : open === '"' || open === "«" || open === "“";
  const opened = stack.some((item) => pairs(item.mark));
  // « …alliés.", ajoute-t-il »: the shape of a closing mark, with nothing to close.
  if (!opened) return /[^\s([]/.test(before) && !/[\p{L}\p{N}]/u.test(after) ? "stray" : "open";
  // Within an open quotation a mark with a space before and a letter after opens another one.
  const inner = /[\s(«“'’]/.test(before) && /[\p{L}\p{N}]/u.test(after) && stack.at(-1)?.mark !== mark;
  return inner ? "open" : "close";
}

/** Closes the innermost quotation that `mark` can close, and what is open inside it. */
function close(stack: Opened[], found: QuotationSpan[], mark: string, end: number): void {
  const closes = (open: string): boolean =>
    open === mark ||
    (mark === "»" && open === "«") ||
    (mark === "”" && (open === "“" || open === "„")) ||
    (mark === '"' && (open === "«" || open === "“"));
  const position = stack.findLastIndex((item) => closes(item.mark));
  if (position < 0) return;
  while (stack.length > position) closeTop(stack, found, end);
}

function closeTop(stack: Opened[], found: QuotationSpan[], end: number): void {
  const depth = stack.length;
  const opened = stack.pop();
  if (opened && end > opened.at) found.push({ start: opened.at, end, depth });
}

/** Nesting depth at each of the given ascending offsets. */
export function depthsAt(quotations: readonly QuotationSpan[], offsets: readonly number[]): number[] {
  const open: number[] = [];
  let next = 0;
  return offsets.map((offset) => {
    while (next < quotations.length && (quotations[next] as QuotationSpan).start <= offset)
      open.push((quotations[next++] as QuotationSpan).end);
    while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= offset) open.pop();
    return open.length;
  });
}
