/** Decisions, where this page came from a local server that keeps them; elsewhere nothing of it is shown. */
import { useState } from "preact/hooks";
import type { Decision } from "./decision-client.ts";
import { plainText } from "../model/names.ts";
import { type Session, useSession } from "./session.ts";

async function decide(session: Session, decision: Decision): Promise<void> {
  try {
    await session.decisions?.decide(decision);
    session.say(session.words.decisionSaved);
  } catch (error) {
    session.say(session.words.decisionFailed(error instanceof Error ? error.message : String(error)));
  }
}

export function RejectButton({ claim }: { readonly claim: string }) {
  const session = useSession();
  if (!session.decisions) return null;
  return (
    <button type="button" class="link" onClick={() => void decide(session, { decide: "reject", claim })}>
      {session.words.rejectClaim}
    </button>
  );
}

type Form = "merge" | "keep-apart" | "rename";

/** Merge, keep apart and rename, for one entity. */
export function EntityDecisions({ node }: { readonly node: number }) {
  const session = useSession();
  const { words } = session;
  const [form, setForm] = useState<Form | undefined>();
  if (!session.decisions) return null;
  const choices = [
    ["merge", words.mergeWith],
    ["keep-apart", words.keepApart],
    ["rename", words.rename],
  ] as const;
  return (
    <section>
      <h3>{words.decisions}</h3>
      {form === undefined ? (
        <p class="button-row">
          {choices.map(([name, label]) => (
            <button key={name} type="button" class="quiet-text" onClick={() => setForm(name)}>
              {label}
            </button>
          ))}
        </p>
      ) : (
        <DecisionForm node={node} form={form} close={() => setForm(undefined)} />
      )}
      <button type="button" class="link" onClick={() => void undo(session)}>
        {words.undo}
      </button>
    </section>
  );
}

async function undo(session: Session): Promise<void> {
  try {
    await session.decisions?.undo();
  } catch (error) {
    session.say(session.words.decisionFailed(error instanceof Error ? error.message : String(error)));
  }
}

function DecisionForm({
  node,
  form,
  close,
}: {
  readonly node: number;
  readonly form: Form;
  readonly close: () => void;
}) {
  const session = useSession();
  const { words, store } = session;
  const [text, setText] = useState(form === "rename" ? session.name(node) : "");
  const entity = store.model.nodes.id[node] ?? "";
  const pair = form === "rename" ? undefined : form;
  const hits =
    pair && text
      ? store.index
          .search(text, 6)
          .filter((hit) => hit.node !== node && store.model.nodes.kind[hit.node] === 0)
      : [];
  const send = (decision: Decision) => {
    close();
    void decide(session, decision);
  };
  return (
    <form
      class="decision"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pair && text.trim()) send({ decide: "rename", entity, name: text.trim() });
      }}
    >
      <label>
        <span>{pair ? words.otherActor : words.newName}</span>
        <input type="text" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {hits.map((hit) => (
        <button
          key={hit.node}
          type="button"
          class="row-button"
          onClick={() =>
            pair &&
            send({ decide: pair, kind: "entities", ids: [entity, store.model.nodes.id[hit.node] ?? ""] })
          }
        >
          <bdi>{plainText(session.name(hit.node))}</bdi>
        </button>
      ))}
      <p class="button-row">
        {!pair && <button type="submit">{words.save}</button>}
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
