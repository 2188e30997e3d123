/** Text in XML 1.0: what must be escaped, and what may not occur at all. */
import { sha256 } from "../shared/index.ts";

/** Code points that no XML 1.0 document can hold, even escaped (production 2 of the recommendation). */
// oxlint-disable-next-line no-control-regex -- control characters are what the pattern is about
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

const SPECIAL = /[&<>"\t\n\r]/;

/** Text fit for an attribute value or an element; illegal characters and lone surrogates become U+FFFD. */
export function escapeXml(text: string): string {
  const kept = legal(text);
  if (!SPECIAL.test(kept)) return kept;
  return kept.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** As `escapeXml`, for ids: two ids stay two where only illegal characters told them apart. */
export function escapeXmlId(id: string): string {
  const kept = legal(id);
  return escapeXml(kept === id ? id : `${kept}~${sha256(JSON.stringify(id)).slice(0, 12)}`);
}

function legal(text: string): string {
  return text.toWellFormed().replace(ILLEGAL, "\uFFFD");
}
