/** The legend is the filter: each row shows a sign, a word and how many relations it stands for. */
import type { ComponentChildren } from "preact";
import { FAMILIES, type Family } from "../model/families.ts";
import { plainText, termLabel } from "../model/names.ts";
import { onlyThis, toggled } from "../state/choices.ts";
import { defaultFilters } from "../state/view-state.ts";
import { EVENT_KIND, STUB_KIND } from "../model/model.ts";
import { Communities } from "./communities.tsx";
import { Icon } from "./icons.tsx";
import { type Session, useSession } from "./session.ts";
import { FamilySign, KindSign, ModalitySign } from "./signs.tsx";

/** Most independent sources that the slider asks for. */
const MOST_SOURCES = 5;

export function Legend() {
  const session = useSession();
  const { store, words } = session;
  const language = store.language.value;
  const counts = store.counts.value;
  const state = store.state.value;
  const { model } = store;
  const kindName = (kind: string, row: number) =>
    kind === EVENT_KIND
      ? words.kindEvent
      : kind === STUB_KIND
        ? words.kindUnnamed
        : termLabel(model.vocabulary.entityTypes[row], language);
  return (
    <aside class="legend" aria-label={words.filters} id="filters">
      <button type="button" class="sheet-close" onClick={() => (session.sheet.value = undefined)}>
        <Icon name="close" />
        <span class="visually-hidden">{words.close}</span>
      </button>
      <Reset session={session} />
      <Group
        title={words.relations}
        hidden={state.hiddenFamilies}
        rows={rowsWith(counts.families, state.hiddenFamilies)}
        count={counts.families}
        change={(hiddenFamilies) => store.update({ hiddenFamilies })}
        name={(row) => words[`family_${FAMILIES[row] as Family}`]}
        sign={(row) => <FamilySign family={FAMILIES[row] as Family} />}
      />
      {state.view !== "sources" && (
        <Group
          title={words.certainty}
          hidden={state.hiddenModalities}
          rows={rowsWith(counts.modalities, new Set())}
          count={counts.modalities}
          change={(hiddenModalities) => store.update({ hiddenModalities })}
          name={(row) => termLabel(model.vocabulary.modalities[row], language)}
          sign={(row) => <ModalitySign modality={model.vocabulary.modalities[row]?.id ?? ""} />}
        />
      )}
      <Sliders session={session} />
      {state.communities && <Communities />}
      <Group
        title={words.kinds}
        hidden={state.hiddenKinds}
        rows={rowsWith(counts.kinds, state.hiddenKinds)}
        count={counts.kinds}
        change={(hiddenKinds) => store.update({ hiddenKinds })}
        name={(row) => kindName(model.nodeKinds[row] ?? "", row)}
        sign={(row) => <KindSign kind={model.nodeKinds[row] ?? ""} />}
      />
      <Group
        title={words.sources}
        hidden={state.hiddenPublishers}
        rows={rowsWith(counts.publishers, state.hiddenPublishers).slice(0, 40)}
        count={counts.publishers}
        change={(hiddenPublishers) => store.update({ hiddenPublishers })}
        name={(row) => plainText(model.graph.publishers[row] ?? "")}
      />
    </aside>
  );
}

/** Rows that stand for something, or that the reader has switched off. */
function rowsWith(counts: readonly number[], hidden: ReadonlySet<number>): number[] {
  return counts.flatMap((count, row) => (count > 0 || hidden.has(row) ? [row] : []));
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly number[];
  readonly hidden: ReadonlySet<number>;
  readonly count: readonly number[];
  readonly change: (hidden: ReadonlySet<number>) => void;
  readonly name: (row: number) => string;
  readonly sign?: (row: number) => ComponentChildren;
}

function Group({ title, rows, hidden, count, change, name, sign }: GroupProps) {
  const { words } = useSession();
  if (rows.length === 0) return null;
  const alone = (row: number) => change(onlyThis(hidden, row, rows));
  return (
    <fieldset class="legend-group">
      <legend>{title}</legend>
      {rows.map((row) => (
        <div key={row} class="legend-row">
          <label data-off={hidden.has(row)}>
            <input
              type="checkbox"
              checked={!hidden.has(row)}
              onChange={() => change(toggled(hidden, row))}
              onKeyDown={(event) => {
                if (event.key.toLowerCase() === "o" && !event.ctrlKey && !event.metaKey) alone(row);
              }}
            />
            {sign?.(row)}
            <span class="legend-name">
              <bdi>{name(row)}</bdi>
            </span>
            <span class="count">{words.number(count[row] ?? 0)}</span>
          </label>
          <button type="button" class="only" aria-label={words.only(name(row))} onClick={() => alone(row)}>
            {words.onlyShort}
          </button>
        </div>
      ))}
    </fieldset>
  );
}

function Sliders({ session }: { readonly session: Session }) {
  const { store, words } = session;
  const { minSources, minConfidence } = store.filters.value;
  const { belowConfidence } = store.counts.value;
  // In the sources' view a line counts claims of one outlet, which says nothing of independence.
  const bySources = store.filters.value.view !== "sources";
  return (
    <div class="legend-group sliders">
      {bySources && (
        <label class="slider">
          <span>{words.evidenceSlider}</span>
          <output>{words.evidenceSliderValue(minSources)}</output>
          <input
            type="range"
            id="evidence-slider"
            min={1}
            max={MOST_SOURCES}
            value={minSources}
            aria-valuetext={words.evidenceSliderValue(minSources)}
            onInput={(event) => store.update({ minSources: Number(event.currentTarget.value) }, "replace")}
          />
        </label>
      )}
      <label class="slider">
        <span>{words.confidenceSlider}</span>
        <output>{words.percent(minConfidence)}</output>
        <input
          type="range"
          id="confidence-slider"
          min={0}
          max={100}
          step={5}
          value={minConfidence}
          aria-valuetext={words.percent(minConfidence)}
          onInput={(event) => store.update({ minConfidence: Number(event.currentTarget.value) }, "replace")}
        />
      </label>
      {belowConfidence > 0 && (
        <HiddenCount
          text={words.belowConfidence(belowConfidence)}
          show={() => store.update({ minConfidence: 0 })}
        />
      )}
    </div>
  );
}

/** What is not shown, and the one click that shows it. */
function HiddenCount({ text, show }: { readonly text: string; readonly show: () => void }) {
  const { words } = useSession();
  return (
    <p class="hidden-count">
      {text}{" "}
      <button type="button" class="link" onClick={show}>
        {words.showThem}
      </button>
    </p>
  );
}

/** What the reader has put away, and the way back to the filters as they were. */
function Reset({ session }: { readonly session: Session }) {
  const { store, words } = session;
  const state = store.state.value;
  const defaults = defaultFilters(store.model, state.view);
  const changed = (Object.keys(defaults) as (keyof typeof defaults)[]).some((key) => {
    const [now, before] = [state[key], defaults[key]];
    if (now instanceof Set && before instanceof Set)
      return now.size !== before.size || [...now].some((row) => !before.has(row));
    return key !== "period" && now !== before;
  });
  if (!changed) return null;
  return (
    <div class="legend-group reset">
      {state.hiddenNodes.size > 0 && (
        <p>
          {words.hiddenNodes(state.hiddenNodes.size)}{" "}
          <button type="button" class="link" onClick={() => store.update({ hiddenNodes: new Set() })}>
            {words.bringBack}
          </button>
        </p>
      )}
      <button
        type="button"
        class="quiet-text"
        onClick={() => store.update({ ...defaults, period: state.period })}
      >
        {words.resetFilters}
      </button>
    </div>
  );
}
