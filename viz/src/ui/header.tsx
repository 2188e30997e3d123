import { batch } from "@preact/signals";
import { Icon } from "./icons.tsx";
import { MenuButton } from "./menu.tsx";
import { SearchBox } from "./search.tsx";
import { type Insight, useSession } from "./session.ts";
import { copyLink, downloadPng, downloadSvg } from "./share.ts";

const VIEW_CHOICES = [
  { view: "actors", placement: "force", label: "viewActors" },
  { view: "events", placement: "force", label: "viewEvents" },
  { view: "sources", placement: "force", label: "viewSources" },
  { view: "actors", placement: "map", label: "viewMap" },
] as const;

export function Header() {
  const session = useSession();
  const { store, words } = session;
  const state = store.state.value;
  const { graph } = store.model;
  const hasPlaces = Object.keys(graph.nodes.place).length > 0;
  const dark = store.theme.value === "dark";
  return (
    <header class="header">
      <h1 title={graph.title}>
        <span class="brand">{words.appName}</span>
        <span class="case-title">
          <bdi>{graph.title}</bdi>
        </span>
      </h1>
      <SearchBox />
      <div class="segmented" role="group" aria-label={words.viewLabel}>
        {VIEW_CHOICES.filter(({ placement }) => placement !== "map" || hasPlaces).map(
          ({ label, ...choice }) => (
            <button
              key={label}
              type="button"
              aria-pressed={state.view === choice.view && state.placement === choice.placement}
              onClick={() =>
                store.update({
                  ...choice,
                  camera: undefined,
                  ...(choice.view !== state.view && { ego: 0, path: undefined, selection: undefined }),
                })
              }
            >
              {words[label]}
            </button>
          ),
        )}
      </div>
      <div class="bar-group">
        <LensMenu />
        <ExploreMenu />
        <MenuButton
          label={words.share}
          icon="share"
          items={[
            { label: words.copyLink, run: () => void copyLink(session) },
            { label: words.downloadPng, run: () => void downloadPng(session) },
            { label: words.downloadSvg, run: () => downloadSvg(session) },
            { label: words.print, run: () => window.print() },
          ]}
        />
        <button
          type="button"
          class="bar icon-only"
          title={dark ? words.themeToLight : words.themeToDark}
          onClick={() => store.update({ theme: dark ? "light" : "dark" }, "replace")}
        >
          <Icon name={dark ? "sun" : "moon"} />
          <span class="visually-hidden">{dark ? words.themeToLight : words.themeToDark}</span>
        </button>
        <button
          type="button"
          class="bar language"
          lang={state.language === "fr" ? "en" : "fr"}
          onClick={() => store.update({ language: state.language === "fr" ? "en" : "fr" }, "replace")}
        >
          <span class="visually-hidden">{words.languageOther} </span>
          <span aria-hidden="true">{state.language === "fr" ? "EN" : "FR"}</span>
        </button>
        <button
          type="button"
          class="bar icon-only"
          title={words.help}
          onClick={() => (session.helpOpen.value = true)}
        >
          <Icon name="help" />
          <span class="visually-hidden">{words.help}</span>
        </button>
      </div>
    </header>
  );
}

function LensMenu() {
  const { store, words } = useSession();
  const { lens } = store.state.value;
  const set = (value: typeof lens) => () =>
    store.update({ lens: value, selection: undefined, path: undefined });
  return (
    <MenuButton
      label={words.lens}
      icon="lens"
      active={lens !== undefined}
      items={[
        { label: words.lensNone, checked: lens === undefined, run: set(undefined) },
        {
          label: words.lensContested,
          note: words.lensContestedHelp,
          checked: lens === "contested",
          run: set("contested"),
        },
        {
          label: words.lensSilence,
          note: words.lensSilenceHelp,
          checked: lens === "silence",
          run: set("silence"),
        },
      ]}
    />
  );
}

function ExploreMenu() {
  const session = useSession();
  const { store, words } = session;
  const show = (insight: Insight) => () =>
    batch(() => {
      session.insight.value = insight;
      session.sheet.value = "panel";
      store.update({ tab: "evidence" }, "replace");
    });
  const state = store.state.value;
  return (
    <MenuButton
      label={words.insights}
      icon="compass"
      active={session.insight.value !== undefined}
      items={[
        { label: words.play, run: show("tour") },
        { label: words.compare, run: show("compare") },
        { label: words.replyClock, run: show("clock") },
        { label: words.changes, run: show("changes") },
        ...(store.model.graph.nodes.community
          ? [
              {
                label: words.communities,
                checked: state.communities,
                run: () => store.update({ communities: !state.communities }),
              },
            ]
          : []),
      ]}
    />
  );
}
