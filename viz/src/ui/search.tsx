/** The search box: an APG combobox over all names and aliases. */
import { useId, useRef, useState } from "preact/hooks";
import { nodeKindLabel, plainText } from "../model/names.ts";
import type { Hit } from "../model/search.ts";
import { Icon } from "./icons.tsx";
import { NodeSign } from "./signs.tsx";
import { useSession } from "./session.ts";

/** Where there is no keyboard at hand, no key is named. */
const COARSE = matchMedia("(pointer: coarse)").matches;

export function SearchBox() {
  const session = useSession();
  const { store, words } = session;
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hits = open ? store.index.search(query) : [];
  const chosen = hits[active];
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setQuery("");
    setOpen(false);
    showNode(hit.node);
  };
  const showNode = (row: number) => {
    const isEvent = store.model.nodes.kind[row] === 2;
    const { view } = store.state.peek();
    if (isEvent !== (view === "events"))
      store.update({ view: isEvent ? "events" : "actors", camera: undefined }, "pass");
    session.openNode(row, true);
    input.current?.blur();
    document.getElementById("graph")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive(Math.min(hits.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") choose(chosen);
    else if (event.key === "Escape") {
      setQuery("");
      setOpen(false);
      if (query === "") input.current?.blur();
    } else return;
    event.preventDefault();
  };
  const expanded = open && query.trim() !== "";
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={words.searchLabel}
        aria-expanded={expanded}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={expanded && chosen ? `${list}-${active}` : undefined}
        placeholder={COARSE ? words.searchLabel : words.searchHint}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="hits" id={list} role="listbox" aria-label={words.searchLabel} hidden={!expanded}>
        {expanded &&
          hits.map((hit, i) => (
            <div
              key={hit.node}
              id={`${list}-${i}`}
              class="hit"
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(hit);
              }}
            >
              <NodeSign node={hit.node} />
              <span>
                <bdi>{plainText(session.name(hit.node))}</bdi>
                <small>
                  {nodeKindLabel(store.model, hit.node, store.language.value, {
                    event: words.kindEvent,
                    unnamed: words.kindUnnamed,
                  })}
                  {hit.alias && ` · ${words.searchAlias(plainText(hit.alias))}`}
                </small>
              </span>
            </div>
          ))}
        {expanded && hits.length === 0 && (
          <div class="hit none" role="option" aria-selected={false} aria-disabled={true} tabIndex={-1}>
            {words.searchNone}
          </div>
        )}
      </div>
    </div>
  );
}
