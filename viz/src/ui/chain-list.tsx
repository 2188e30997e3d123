/** A chain of replies, step by step, with the days between. */
import type { Step } from "../insight/chains.ts";
import { eventDay } from "../insight/chains.ts";
import { plainText } from "../model/names.ts";
import { formatDay } from "../i18n/index.ts";
import { openEvent, stepChain } from "./graph-keys.ts";
import { Icon } from "./icons.tsx";
import { useSession } from "./session.ts";

export function ChainList({ chain, current }: { readonly chain: readonly Step[]; readonly current: number }) {
  const session = useSession();
  const { store, words } = session;
  const { firstDay } = store.model.graph;
  return (
    <section class="chain">
      <h3>
        {words.chain} <span class="count">{chain.length}</span>
        <span class="stepper-inline">
          <button type="button" title={words.previousStep} onClick={() => stepChain(session, -1)}>
            <Icon name="previous" />
            <span class="visually-hidden">{words.previousStep}</span>
          </button>
          <button type="button" title={words.nextStep} onClick={() => stepChain(session, 1)}>
            <Icon name="next" />
            <span class="visually-hidden">{words.nextStep}</span>
          </button>
        </span>
      </h3>
      <ol>
        {chain.map((step, i) => {
          const day = eventDay(store.model, step.event);
          return (
            <li key={step.event}>
              <button
                type="button"
                class="row-button"
                aria-current={step.event === current ? "step" : undefined}
                onClick={() => openEvent(session, step.event)}
              >
                <span class="badge" aria-hidden="true">
                  {i + 1}
                </span>
                <span>
                  <bdi>{plainText(session.name(step.event))}</bdi>
                  <small>
                    {day === undefined ? words.undatedShort : formatDay(day, firstDay, store.language.value)}
                    {step.delay !== undefined && step.delay >= 0 && ` · ${words.daysLater(step.delay)}`}
                  </small>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
