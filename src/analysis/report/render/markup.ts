/** Markup from parts, with every text and attribute value escaped: nothing a report says can become markup. */

/** Markup that is safe to put in a page; only this file makes it. */
export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** An element; attributes that are undefined or false are left out, true gives the bare name. */
  static element(
    this: void,
    name: string,
    attributes: Readonly<Record<string, string | number | boolean | undefined>>,
    ...children: readonly (Markup | string | readonly Markup[])[]
  ): Markup {
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeText(String(value))}"`))
      .join("");
    if (VOID_ELEMENTS.has(name)) return new Markup(`<${name}${written}>`);
    const inner = children.flat().map((child) => (child instanceof Markup ? child.text : escapeText(child)));
    return new Markup(`<${name}${written}>${inner.join("")}</${name}>`);
  }

  /** A style sheet or script of Riposte's own, as it stands. */
  static own(name: "style" | "script", source: string): Markup {
    return new Markup(`<${name}>${source}</${name}>`);
  }
}

export const element = Markup.element;

const VOID_ELEMENTS: ReadonlySet<string> = new Set(["meta", "br", "hr", "link"]);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters but tab and line ends are dropped: HTML has no way to write them. */
export function escapeText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
