/** The words of a report, with those marked that name who did what to whom; in their own language. */
import type { Quote } from "../model/evidence.ts";
import { plainText, termLabel } from "../model/names.ts";
import { isWebAddress } from "../model/web-address.ts";
import { markedPieces } from "../model/marks.ts";
import { formatPublished } from "../i18n/index.ts";
import { RejectButton } from "./decide.tsx";
import { NameWords } from "./name-words.tsx";
import { type Session, useSession } from "./session.ts";

export function QuoteList({ quotes }: { readonly quotes: readonly Quote[] }) {
  return (
    <ul class="quotes">
      {quotes.map((quote) => (
        <li key={quote.row}>
          <QuoteBlock quote={quote} />
        </li>
      ))}
    </ul>
  );
}

export function QuoteBlock({ quote }: { readonly quote: Quote }) {
  const session = useSession();
  const { store, words } = session;
  const { claim, document } = quote;
  const language = store.language.value;
  const foreign = document.language !== undefined && document.language !== language;
  return (
    <figure class="quote">
      <blockquote lang={document.language} dir="auto">
        <span class="context">{plainText(claim.before)}</span>
        <span class="said">
          {markedPieces(claim.text, claim.marks).map((piece, i) =>
            piece.role === undefined ? (
              plainText(piece.text)
            ) : (
              <mark
                key={i}
                data-role={store.model.vocabulary.roles[piece.role]?.id}
                title={termLabel(store.model.vocabulary.roles[piece.role], language)}
              >
                {plainText(piece.text)}
              </mark>
            ),
          )}
        </span>
        <span class="context">{plainText(claim.after)}</span>
      </blockquote>
      <figcaption>
        <p>
          <Outlet session={session} quote={quote} />
          {document.published && <span> · {formatPublished(document.published, language)}</span>}
        </p>
        <p class="muted">
          {[
            termLabel(store.model.vocabulary.modalities[claim.modality], language),
            ...who(session, quote),
            ...(foreign && (document.language === "fr" || document.language === "en")
              ? [words.translationNote(words[`languageName_${document.language}`])]
              : []),
            words.rule(plainText(claim.rule)),
          ].join(" · ")}
        </p>
        {session.decisions && (
          <div class="quote-decisions">
            <RejectButton claim={quote.id} />
            <NameWords quote={quote} />
          </div>
        )}
      </figcaption>
    </figure>
  );
}

/** The outlet, as a link only where the address is a plain web address. */
function Outlet({ session, quote }: { readonly session: Session; readonly quote: Quote }) {
  const { publisher, title, url } = quote.document;
  const name =
    publisher === undefined
      ? session.words.unnamedOutlet
      : (session.store.model.graph.publishers[publisher] ?? "");
  const safe = isWebAddress(url);
  return (
    <>
      <strong>
        <bdi>{plainText(name)}</bdi>
      </strong>
      {title && (
        <>
          {", "}
          {safe ? (
            <a href={url} target="_blank" rel="noopener noreferrer" title={session.words.openReport}>
              <bdi>{plainText(title)}</bdi>
            </a>
          ) : (
            <cite>
              <bdi>{plainText(title)}</bdi>
            </cite>
          )}
        </>
      )}
    </>
  );
}

function who(session: Session, { claim }: Quote): string[] {
  const { words } = session;
  const names = (rows: readonly number[]) => rows.map((row) => plainText(session.name(row))).join(", ");
  return [
    ...(claim.speaker.length > 0
      ? [words.speakerSays(names(claim.speaker))]
      : claim.speakerText
        ? [words.speakerSays(plainText(claim.speakerText))]
        : []),
    ...(claim.source.length > 0
      ? [words.sourceSays(names(claim.source))]
      : claim.sourceText
        ? [words.sourceSays(plainText(claim.sourceText))]
        : []),
  ];
}
