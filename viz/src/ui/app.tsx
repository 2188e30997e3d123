/** The page: header, filters, graph, panel and time, as areas of one grid; sheets on narrow screens. */
import { useEffect } from "preact/hooks";
import { Header } from "./header.tsx";
import { HelpDialog } from "./help.tsx";
import { Legend } from "./legend.tsx";
import { LinkNotes } from "./link-notes.tsx";
import { LiveRegion } from "./live-region.tsx";
import { listenForPageKeys } from "./page-keys.ts";
import { Panel } from "./panel.tsx";
import { type Session, SessionProvider } from "./session.ts";
import { GraphArea } from "./graph-area.tsx";
import { Timeline } from "./timeline.tsx";

export function App({ session }: { readonly session: Session }) {
  const { store } = session;
  const theme = store.theme.value;
  const language = store.language.value;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset["theme"] = theme;
    root.lang = language;
  }, [theme, language]);
  useEffect(() => listenForPageKeys(session), [session]);
  const { notice } = store.model.graph;
  const words = session.words;
  return (
    <SessionProvider value={session}>
      <a class="skip" href="#panel" onClick={(event) => skipToList(event, session)}>
        {words.skipToList}
      </a>
      <div class="page" data-sheet={session.sheet.value}>
        <Header />
        <Legend />
        <GraphArea />
        <Panel />
        <Timeline />
        {notice && <footer class="corpus-notice">{notice[language]}</footer>}
      </div>
      <LinkNotes />
      <LiveRegion />
      <HelpDialog />
    </SessionProvider>
  );
}

function skipToList(event: Event, session: Session): void {
  event.preventDefault();
  session.store.update({ tab: "list" }, "replace");
  session.sheet.value = "panel";
  requestAnimationFrame(() => document.getElementById("list")?.focus());
}
