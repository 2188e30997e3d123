/** Play the escalation: a chain of replies, one step after another, at a pace that follows the real gaps. */
import { useEffect, useState } from "preact/hooks";
import { allChains, type Step } from "../insight/chains.ts";
import type { Quote } from "../model/evidence.ts";
import { plainText } from "../model/names.ts";
import { Icon } from "./icons.tsx";
import { openEventInTour } from "./tour-step.ts";
import { QuoteBlock } from "./quote.tsx";
import { useSession } from "./session.ts";
import { useLoaded } from "./use-loaded.ts";

/** A step stays for this long, and longer by how long the real answer took. */
const STEP_MS = 2_600;
const DAY_MS = 120;
const LONGEST_WAIT_MS = 3_000;

export function Tour() {
  const session = useSession();
  const { store, words } = session;
  const chains = allChains(store.model).filter((chain) => chain.length > 1);
  const [chain, setChain] = useState<readonly Step[]>(chains[0] ?? []);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const step = chain[at];
  useEffect(() => {
    if (step) openEventInTour(session, chain, step.event);
  }, [chain, at]);
  useEffect(() => () => void (store.lit.value = undefined), []);
  useEffect(() => {
    if (!playing) return undefined;
    const next = chain[at + 1];
    if (!next) {
      setPlaying(false);
      return undefined;
    }
    const wait = STEP_MS + Math.min(LONGEST_WAIT_MS, Math.max(0, next.delay ?? 0) * DAY_MS);
    const timer = setTimeout(() => setAt(at + 1), wait);
    return () => clearTimeout(timer);
  }, [playing, at, chain]);
  if (chains.length === 0 || !step) return <p class="sheet">{words.tourNone}</p>;
  return (
    <article class="sheet tour">
      <h2>{words.tourTitle}</h2>
      <select
        aria-label={words.tourChoose}
        onChange={(event) => {
          setChain(chains[Number(event.currentTarget.value)] ?? []);
          setAt(0);
        }}
      >
        {chains.map((option, i) => (
          <option key={i} value={i}>
            {`${words.chainSteps(option.length)}: ${plainText(session.name(option[0]?.event ?? 0))}`}
          </option>
        ))}
      </select>
      <div class="stepper">
        <button type="button" title={words.previousStep} disabled={at === 0} onClick={() => setAt(at - 1)}>
          <Icon name="previous" />
          <span class="visually-hidden">{words.previousStep}</span>
        </button>
        <button
          type="button"
          class="bar"
          onClick={() => (at === chain.length - 1 ? setAt(0) : undefined, setPlaying(!playing))}
        >
          <Icon name={playing ? "pause" : "play"} />
          {playing ? words.pauseTime : words.playTime}
        </button>
        <button
          type="button"
          title={words.nextStep}
          disabled={at === chain.length - 1}
          onClick={() => setAt(at + 1)}
        >
          <Icon name="next" />
          <span class="visually-hidden">{words.nextStep}</span>
        </button>
        <span>{words.tourStep(at + 1, chain.length)}</span>
      </div>
      <TourStep step={step} />
      <button type="button" class="quiet-text" onClick={() => session.clear()}>
        {words.tourStop}
      </button>
    </article>
  );
}

function TourStep({ step }: { readonly step: Step }) {
  const session = useSession();
  const { store, words } = session;
  const loaded = useLoaded<readonly Quote[]>(async () => {
    const event = await store.evidence.event(step.event);
    return store.evidence.quotes(event?.claims.slice(0, 3) ?? []);
  }, step.event);
  return (
    <section aria-live="polite">
      <h3>
        <bdi>{plainText(session.name(step.event))}</bdi>
      </h3>
      {step.delay !== undefined && step.delay >= 0 && <p class="muted">{words.daysLater(step.delay)}</p>}
      {loaded.state === "ready" && loaded.value[0] && <QuoteBlock quote={loaded.value[0]} />}
    </section>
  );
}
