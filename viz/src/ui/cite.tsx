/** "Cite this": a footnote with quote, outlet, date and the link back to this view. */
import type { Quote } from "../model/evidence.ts";
import { plainText } from "../model/names.ts";
import { isWebAddress } from "../model/web-address.ts";
import { formatPublished } from "../i18n/index.ts";
import { Icon } from "./icons.tsx";
import { type Session, useSession } from "./session.ts";
import { copyText, linkHere } from "./share.ts";

interface CiteProps {
  readonly what: string;
  readonly date: string;
  readonly quotes: readonly Quote[];
}

export function CiteButton(props: CiteProps) {
  const session = useSession();
  return (
    <p class="button-row">
      <button
        type="button"
        class="quiet-text"
        id="cite"
        onClick={() => {
          void copyText(footnote(session, props)).then(() => session.say(session.words.citeCopied));
        }}
      >
        <Icon name="quote" /> {session.words.cite}
      </button>
    </p>
  );
}

export function footnote(session: Session, { what, date, quotes }: CiteProps): string {
  const { words, store } = session;
  const { graph } = store.model;
  const outlets = new Set(
    quotes.map(({ document }) => {
      const name =
        document.publisher === undefined ? words.unnamedOutlet : graph.publishers[document.publisher];
      const published = formatPublished(document.published, store.language.value);
      const title = document.title ? `, ${plainText(document.title)}` : "";
      const address = isWebAddress(document.url) ? `, ${document.url}` : "";
      return `${plainText(name ?? "")}${title}${published ? ` (${published})` : ""}${address}`;
    }),
  );
  const quote = plainText(quotes[0]?.claim.text ?? "")
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "");
  const notice = graph.notice?.[store.language.value] ?? "";
  return words.citeFootnote(what, date, [...outlets].join("; "), quote, linkHere(session), notice);
}
