/** The right side: evidence of what is selected, or the list of everything shown. */
import { useEffect, useRef } from "preact/hooks";
import { useSession } from "./session.ts";
import { Changes } from "./changes.tsx";
import { Compare } from "./compare.tsx";
import { EdgePanel } from "./edge-panel.tsx";
import { Icon } from "./icons.tsx";
import { LensPanel } from "./lens-panel.tsx";
import { List } from "./list.tsx";
import { NodePanel } from "./node-panel.tsx";
import { Overview } from "./overview.tsx";
import { PathPanel } from "./path-panel.tsx";
import { ReplyClock } from "./reply-clock.tsx";
import { Tour } from "./tour.tsx";

export function Panel() {
  const session = useSession();
  const { store, words } = session;
  const { tab, selection, path, lens } = store.state.value;
  const body = useRef<HTMLDivElement>(null);
  // Something else is told: it is read from its beginning.
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [tab, selection?.kind, selection?.row, path?.from, path?.to, lens, session.insight.value]);
  const tabs = [
    ["evidence", words.tabEvidence],
    ["list", words.tabList],
  ] as const;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = tab === "list" ? "evidence" : "list";
    store.update({ tab: next }, "replace");
    document.getElementById(`tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <aside class="panel" aria-label={words.panel} id="panel">
      <div class="tabs" role="tablist" aria-label={words.panel} onKeyDown={onKeyDown}>
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            id={`tab-${name}`}
            role="tab"
            aria-selected={tab === name}
            aria-controls={`panel-${name}`}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => store.update({ tab: name }, "replace")}
          >
            {label}
            {name === "list" && <span class="count">{words.number(store.visibility.value.shownEdges)}</span>}
          </button>
        ))}
        <button type="button" class="sheet-close" onClick={() => (session.sheet.value = undefined)}>
          <Icon name="close" />
          <span class="visually-hidden">{words.close}</span>
        </button>
      </div>
      <div
        ref={body}
        class="tab-body"
        id={`panel-${tab}`}
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={0}
        data-tab={tab}
      >
        {tab === "list" ? <List /> : <Evidence />}
      </div>
    </aside>
  );
}

function Evidence() {
  const session = useSession();
  const { selection, path, lens } = session.store.state.value;
  switch (session.insight.value) {
    case "compare":
      return <Compare />;
    case "tour":
      return <Tour />;
    case "clock":
      return <ReplyClock />;
    case "changes":
      return <Changes />;
    case undefined:
      break;
  }
  if (session.store.state.value.compare) return <Compare />;
  if (path) return <PathPanel from={path.from} to={path.to} />;
  if (selection?.kind === "edge") return <EdgePanel edge={selection.row} key={selection.row} />;
  if (selection) return <NodePanel node={selection.row} key={selection.row} />;
  if (lens) return <LensPanel lens={lens} />;
  return <Overview />;
}
