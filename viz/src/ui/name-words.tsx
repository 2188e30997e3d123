/** Words of a report, marked or selected, become another name of a known actor, or a new actor. */
import { useId, useRef, useState } from "preact/hooks";
import type { Quote } from "../model/evidence.ts";
import { markedPieces } from "../model/marks.ts";
import { plainText, termLabel } from "../model/names.ts";
import { ActorChoice } from "./actor-choice.tsx";
import { sendDecision } from "./decision-actions.ts";
import type { Decision } from "./decision-client.ts";
import { useSession } from "./session.ts";

/** Longer names are sentences; the server refuses them. */
const LONGEST = 120;

export function NameWords({ quote }: { readonly quote: Quote }) {
  const session = useSession();
  const [words, setWords] = useState<string | undefined>();
  const button = useRef<HTMLButtonElement>(null);
  const marked = markedPieces(quote.claim.text, quote.claim.marks)
    .filter(({ role }) => role !== undefined)
    .map(({ text }) => plainText(text));
  if (!session.decisions) return null;
  if (words === undefined)
    return (
      <button
        ref={button}
        type="button"
        class="link"
        // Pressing the button must not undo what was selected.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setWords(selectedIn(button.current) || marked[0] || "")}
      >
        {session.words.nameWords}
      </button>
    );
  return <NameForm start={words} offered={[...new Set(marked)]} close={() => setWords(undefined)} />;
}

interface NameFormProps {
  readonly start: string;
  readonly offered: readonly string[];
  readonly close: () => void;
}

function NameForm({ start, offered, close }: NameFormProps) {
  const session = useSession();
  const { words, store } = session;
  const { entityTypes } = store.model.vocabulary;
  const [name, setName] = useState(start);
  const [query, setQuery] = useState("");
  const [type, setType] = useState(entityTypes.find(({ id }) => id === "ArmedGroup")?.id ?? "");
  const list = useId();
  const send = (decision: Decision) => {
    close();
    void sendDecision(session, decision);
  };
  const given = name.trim();
  return (
    <form
      class="decision name-words"
      onSubmit={(event) => {
        event.preventDefault();
        if (given && query === "") send({ decide: "add-entity", name: given, type });
      }}
    >
      <label>
        <span>{words.words}</span>
        <input
          type="text"
          list={list}
          maxLength={LONGEST}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <small>{words.wordsHelp}</small>
      </label>
      <datalist id={list}>
        {offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <label>
        <span>{words.isNameOf}</span>
        <input type="text" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      {query && given && (
        <ActorChoice
          query={query}
          known
          choose={(node) => send({ decide: "alias", entity: store.model.nodes.id[node] ?? "", name: given })}
        />
      )}
      <label>
        <span>{words.isNewActor}</span>
        <select
          aria-label={words.actorKind}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
        >
          {entityTypes.map((term) => (
            <option key={term.id} value={term.id}>
              {termLabel(term, store.language.value)}
            </option>
          ))}
        </select>
      </label>
      <p class="button-row">
        <button type="submit" class="quiet-text" disabled={!given || query !== ""}>
          {words.addActor}
        </button>
        <button type="button" class="quiet-text" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** What is selected within the quote that holds a button. */
function selectedIn(button: HTMLElement | null): string {
  const selection = getSelection();
  const text = selection?.toString().replace(/\s+/g, " ").trim() ?? "";
  const quote = button?.closest(".quote");
  const inside = selection?.anchorNode && quote?.contains(selection.anchorNode);
  return inside && text.length <= LONGEST ? text : "";
}
