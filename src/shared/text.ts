/** Folding of text for comparison: what counts as the same spelling everywhere in Riposte. */

/** Lower case, no accents, one kind of apostrophe and hyphen. Length may change: never use it for offsets. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`ʼʿʾ´]/g, "'")
    .replace(/[‐‑–—]/g, "-")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");
}

/** A stable kebab-case ASCII id of a name; empty input gives `unnamed`. */
export function slug(name: string): string {
  return (
    fold(name)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "unnamed"
  );
}

/** Cuts to at most `max` UTF-16 units at a word boundary, with an ellipsis where something was left out. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A count with its English noun: "1 report", "1,200 reports". `show` may set off the number. */
export function counted(
  n: number,
  noun: string,
  show: (number: string) => string = (number) => number,
): string {
  return `${show(n.toLocaleString("en-US"))} ${noun}${n === 1 ? "" : "s"}`;
}
