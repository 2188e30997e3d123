/** Time at the foot of the page: a stacked histogram with a brush, two range inputs for keys, and play. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { COLORS } from "../graph/palette.ts";
import { formatDay } from "../i18n/index.ts";
import { type Histogram, histogram, monthTicks } from "../model/histogram.ts";
import { FAMILIES } from "../model/families.ts";
import { dateOf } from "../model/days.ts";
import type { Period } from "../state/filters.ts";
import { Icon } from "./icons.tsx";
import { type Session, useSession } from "./session.ts";
import { usePlayer } from "./time-player.ts";

const HEIGHT = 56;
/** Graphs up to this many relations follow the brush in every detail; larger ones when it rests. */
const FOLLOW_LIMIT = 3_000;

export function Timeline() {
  const session = useSession();
  const { store, words } = session;
  const { graph } = store.model;
  const language = store.language.value;
  const { period, undated } = store.state.value;
  const [moving, setMoving] = useState<Period | undefined>();
  const whole: Period = { from: 0, to: Math.max(0, graph.days - 1) };
  const shown = moving ?? period ?? whole;
  const box = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const filters = store.filters.value;
  const count = Math.max(12, Math.min(120, Math.floor(width / 9)));
  const bars = useMemo(() => histogram(store.model, filters, count), [filters, count]);
  const setPeriod = (next: Period, done: boolean) => {
    const all = next.from <= whole.from && next.to >= whole.to;
    const follows = store.visibility.peek().edgesBeforePeriod <= FOLLOW_LIMIT;
    if (done || follows) store.update({ period: all ? undefined : next }, done ? "push" : "pass");
    if (!follows) session.stage.peek()?.brush(next.from, next.to);
    setMoving(done ? undefined : next);
  };
  const player = usePlayer(session, whole, shown, setPeriod);
  if (graph.days < 2) return null;
  const day = (value: number) => formatDay(value, graph.firstDay, language);
  const slide = (edge: "from" | "to") => (event: Event) => {
    const value = Number((event.currentTarget as HTMLInputElement).value);
    const next =
      edge === "from"
        ? { from: Math.min(value, shown.to), to: shown.to }
        : { from: shown.from, to: Math.max(value, shown.from) };
    setPeriod(next, event.type === "change");
  };
  const page = (edge: "from" | "to") => (event: KeyboardEvent) => {
    const step = { PageUp: 7, PageDown: -7 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const value = Math.min(whole.to, Math.max(0, shown[edge] + step));
    setPeriod(
      edge === "from"
        ? { from: Math.min(value, shown.to), to: shown.to }
        : { from: shown.from, to: Math.max(value, shown.from) },
      true,
    );
  };
  return (
    <section class="timeline" aria-label={words.timeline}>
      <div class="time-controls">
        <button type="button" class="bar" id="play-time" onClick={player.toggle}>
          <Icon name={player.playing ? "pause" : "play"} />
          <span>{player.playing ? words.pauseTime : words.playTime}</span>
        </button>
        <div class="time-ranges">
          <label>
            <span>{words.timelineFrom}</span>
            <input
              type="range"
              id="time-from"
              min={0}
              max={whole.to}
              value={shown.from}
              aria-valuetext={day(shown.from)}
              onInput={slide("from")}
              onChange={slide("from")}
              onKeyDown={page("from")}
            />
            <output>{day(shown.from)}</output>
          </label>
          <label>
            <span>{words.timelineTo}</span>
            <input
              type="range"
              id="time-to"
              min={0}
              max={whole.to}
              value={shown.to}
              aria-valuetext={day(shown.to)}
              onInput={slide("to")}
              onChange={slide("to")}
              onKeyDown={page("to")}
            />
            <output>{day(shown.to)}</output>
          </label>
        </div>
      </div>
      <div class="histogram">
        <svg
          ref={box}
          role="img"
          aria-label={words.histogram(day(whole.from), day(whole.to))}
          height={HEIGHT + 20}
          onPointerDown={(event) => startBrush(event, shown, whole, setPeriod)}
          onDblClick={() => setPeriod(whole, true)}
        >
          <Bars session={session} bars={bars} width={width} shown={shown} days={graph.days} />
          <Brush shown={shown} days={graph.days} width={width} />
          <Ticks session={session} width={width} />
        </svg>
      </div>
      <div class="time-side">
        {bars.undated > 0 && (
          <label class="check">
            <input type="checkbox" checked={undated} onChange={() => store.update({ undated: !undated })} />
            <span>{words.undated(bars.undated)}</span>
          </label>
        )}
        <button type="button" class="link" disabled={!period} onClick={() => setPeriod(whole, true)}>
          {words.timelineAll}
        </button>
      </div>
    </section>
  );
}

function Bars({
  session,
  bars,
  width,
  shown,
  days,
}: {
  session: Session;
  bars: Histogram;
  width: number;
  shown: Period;
  days: number;
}) {
  const colors = COLORS[session.store.theme.value];
  const slot = width / bars.bins.length;
  const perBin = days / bars.bins.length;
  return (
    <g aria-hidden="true">
      {bars.bins.map((bin, i) => {
        const first = i * perBin;
        const out = first + perBin <= shown.from || first > shown.to;
        let y = HEIGHT;
        return bin.map((count, family) => {
          if (count === 0) return null;
          const height = (count / bars.highest) * (HEIGHT - 4);
          y -= height;
          return (
            <rect
              key={`${i} ${family}`}
              x={i * slot + 0.5}
              y={y}
              width={Math.max(1, slot - 1)}
              height={height}
              fill={colors.edges[FAMILIES[family] ?? "standing"]}
              opacity={out ? 0.22 : 0.9}
            />
          );
        });
      })}
    </g>
  );
}

function Brush({ shown, days, width }: { shown: Period; days: number; width: number }) {
  const x0 = (shown.from / days) * width;
  const x1 = ((shown.to + 1) / days) * width;
  return (
    <g class="brush" aria-hidden="true">
      <rect
        class="brush-window"
        x={x0 + 0.5}
        y={0.5}
        width={Math.max(2, x1 - x0 - 1)}
        height={HEIGHT}
        rx={3}
      />
      {[x0, x1].map((x, i) => (
        <rect
          key={i}
          class="brush-handle"
          x={Math.min(width - 5, Math.max(0, x - 2.5))}
          y={HEIGHT / 2 - 11}
          width={5}
          height={22}
          rx={2.5}
        />
      ))}
    </g>
  );
}

function Ticks({ session, width }: { session: Session; width: number }) {
  const { graph } = session.store.model;
  const language = session.store.language.value;
  const format = new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" });
  const ticks = monthTicks(graph.firstDay, graph.days, Math.max(2, Math.floor(width / 92))).filter(
    (day) => (day / graph.days) * width < width - 62,
  );
  return (
    <g class="ticks" aria-hidden="true">
      {ticks.map((day) => (
        <text key={day} x={(day / graph.days) * width} y={HEIGHT + 15}>
          {format.format(dateOf(day, graph.firstDay))}
        </text>
      ))}
    </g>
  );
}

/** Dragging inside the window moves it, near an end moves the end, elsewhere draws a new one. */
function startBrush(
  event: PointerEvent,
  shown: Period,
  whole: Period,
  set: (period: Period, done: boolean) => void,
): void {
  const svg = event.currentTarget as SVGSVGElement;
  const days = whole.to + 1;
  const box = svg.getBoundingClientRect();
  const dayAt = (x: number) =>
    Math.min(whole.to, Math.max(0, Math.floor(((x - box.left) / box.width) * days)));
  const slack = (8 / box.width) * days;
  const start = dayAt(event.clientX);
  const isWhole = shown.from <= whole.from && shown.to >= whole.to;
  const grip =
    Math.abs(start - shown.from) <= slack
      ? "from"
      : Math.abs(start - shown.to) <= slack
        ? "to"
        : !isWhole && start > shown.from && start < shown.to
          ? "move"
          : "new";
  let last = shown;
  let moved = false;
  const move = (at: PointerEvent) => {
    const day = dayAt(at.clientX);
    moved ||= day !== start;
    if (!moved) return;
    const shift = Math.min(whole.to - shown.to, Math.max(-shown.from, day - start));
    last =
      grip === "from"
        ? { from: Math.min(day, shown.to), to: shown.to }
        : grip === "to"
          ? { from: shown.from, to: Math.max(day, shown.from) }
          : grip === "move"
            ? { from: shown.from + shift, to: shown.to + shift }
            : { from: Math.min(start, day), to: Math.max(start, day) };
    set(last, false);
  };
  const up = () => {
    svg.removeEventListener("pointermove", move);
    svg.removeEventListener("pointerup", up);
    svg.removeEventListener("pointercancel", up);
    if (moved) set(last, true);
  };
  svg.setPointerCapture(event.pointerId);
  svg.addEventListener("pointermove", move);
  svg.addEventListener("pointerup", up);
  svg.addEventListener("pointercancel", up);
}

function useWidth(box: { readonly current: SVGSVGElement | null }): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(120, Math.round(entry?.contentRect.width ?? 640))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
