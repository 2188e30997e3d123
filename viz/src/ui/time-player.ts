/** Moves a window through time: as wide as the brush, or a twelfth of the whole where all is shown. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Period } from "../state/filters.ts";
import type { Session } from "./session.ts";

const TICK_MS = 120;
const TICKS = 150;

export interface Player {
  readonly playing: boolean;
  readonly toggle: () => void;
}

export function usePlayer(
  session: Session,
  whole: Period,
  shown: Period,
  set: (period: Period, done: boolean) => void,
): Player {
  const [playing, setPlaying] = useState(false);
  const now = useRef(shown);
  now.current = shown;
  useEffect(() => {
    if (!playing) return undefined;
    const width =
      now.current.from <= whole.from && now.current.to >= whole.to
        ? Math.max(1, Math.round((whole.to + 1) / 12))
        : now.current.to - now.current.from;
    // Where motion is unwelcome, whole windows follow one another instead of sliding.
    const stepwise = session.store.system.reducedMotion;
    const step = stepwise ? width + 1 : Math.max(1, Math.round((whole.to + 1) / TICKS));
    let from = now.current.to >= whole.to ? whole.from : now.current.from;
    const timer = setInterval(
      () => {
        const to = Math.min(whole.to, from + width);
        const last = to >= whole.to;
        set({ from, to }, last);
        if (last) setPlaying(false);
        from += step;
      },
      stepwise ? 1_200 : TICK_MS,
    );
    return () => clearInterval(timer);
  }, [playing]);
  return { playing, toggle: () => setPlaying(!playing) };
}
