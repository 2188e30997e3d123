/** Opens the page: reads the graph part, builds the state, draws, then fetches the rest. */
import { signal } from "@preact/signals";
import { render } from "preact";
import { MESSAGES, preferredLanguage } from "./i18n/index.ts";
import { Evidence } from "./model/evidence.ts";
import { decode } from "./model/model.ts";
import { inlineParts, type Parts, servedParts } from "./model/parts.ts";
import { NameIndex } from "./model/search.ts";
import { type Address, Store, type System } from "./state/store.ts";
import type { Theme } from "./state/url.ts";
import { App } from "./ui/app.tsx";
import { DecisionClient } from "./ui/decision-client.ts";
import { followRebuilds } from "./ui/live-reload.ts";
import { installProbe } from "./ui/probe.ts";
import { Session } from "./ui/session.ts";
import "./style/base.css";
import "./style/layout.css";
import "./style/panel.css";
import "./style/narrow.css";
import "./style/print.css";

const root = document.documentElement;
const { version, token } = root.dataset;
const served = document.getElementById("part-graph") === null;

async function open(): Promise<void> {
  const app = document.getElementById("app");
  if (!app) return;
  const language = preferredLanguage(navigator.languages);
  const words = MESSAGES[language];
  render(<p class="load-failed">{words.loading}</p>, app);
  try {
    const parts: Parts = served
      ? servedParts(version ?? "")
      : inlineParts((id) => document.getElementById(id)?.textContent ?? undefined);
    const model = decode(await parts.graph());
    const evidence = new Evidence(model, parts);
    const store = new Store(model, evidence, new NameIndex(model), system(), address());
    const session = new Session(
      store,
      token ? new DecisionClient(token) : undefined,
      "probe" in root.dataset,
    );
    render(<App session={session} />, app);
    if (session.probe) installProbe(session);
    const [layouts, links] = await Promise.all([parts.layouts(), parts.links()]);
    store.layouts.value = layouts;
    store.setLinks(links);
    if (served) followRebuilds(session, version ?? "");
    root.dataset["ready"] = "true";
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    render(
      <p class="load-failed" role="alert">
        {words.loadFailed(why)}
      </p>,
      app,
    );
  }
}

function system(): System {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = signal<Theme>(dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => {
    theme.value = dark.matches ? "dark" : "light";
  });
  return {
    language: preferredLanguage(navigator.languages),
    theme,
    reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

function address(): Address {
  return {
    hash: () => location.hash,
    write: (fragment, step) => {
      const url = fragment ? `#${fragment}` : location.href.replace(/#.*$/, "");
      if (step === "push") history.pushState(null, "", url);
      else history.replaceState(null, "", url);
    },
    onChange: (listener) => {
      addEventListener("popstate", listener);
      addEventListener("hashchange", listener);
    },
  };
}

void open();
