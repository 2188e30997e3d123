/** Decisions on an actor, where this page came from a local server that keeps them; elsewhere nothing of it is shown. */
import { useState } from "preact/hooks";
import { ActorChoice } from "./actor-choice.tsx";
import { sendDecision, undoDecision } from "./decision-actions.ts";
import type { Decision } from "./decision-client.ts";
import { useSession } from "./session.ts";

export function RejectButton({ claim }: { readonly claim: string }) {
  const session = useSession();
  if (!session.decisions) return null;
  return (
    <button
      type="button"
      class="link"
      onClick={() => void sendDecision(session, { decide: "reject", claim })}
    >
      {session.words.rejectClaim}
    </button>
  );
}

type Form = "merge" | "keep-apart" | "rename" | "alias";

/** Merge, keep apart, rename and name otherwise, for one entity. */
export function EntityDecisions({ node }: { readonly node: number }) {
  const session = useSession();
  const { words } = session;
  const [form, setForm] = useState<Form | undefined>();
  if (!session.decisions) return null;
  const proposed = session.store.model.nodes.proposed[node] === 1;
  const choices = [
    ["merge", words.mergeWith],
    ["keep-apart", words.keepApart],
    ["rename", words.rename],
    ...(proposed ? [] : [["alias", words.addAlias] as const]),
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
      <button type="button" class="link" onClick={() => void undoDecision(session)}>
        {words.undo}
      </button>
    </section>
  );
}

interface DecisionFormProps {
  readonly node: number;
  readonly form: Form;
  readonly close: () => void;
}

function DecisionForm({ node, form, close }: DecisionFormProps) {
  const session = useSession();
  const { words, store } = session;
  const [text, setText] = useState(form === "rename" ? session.name(node) : "");
  const idOf = (row: number) => store.model.nodes.id[row] ?? "";
  const pair = form === "merge" || form === "keep-apart" ? form : undefined;
  const send = (decision: Decision) => {
    close();
    void sendDecision(session, decision);
  };
  return (
    <form
      class="decision"
      onSubmit={(event) => {
        event.preventDefault();
        const name = text.trim();
        if (form !== "merge" && form !== "keep-apart" && name)
          send({ decide: form, entity: idOf(node), name });
      }}
    >
      <label>
        <span>{pair ? words.otherActor : form === "rename" ? words.newName : words.otherName}</span>
        <input type="text" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {pair && text && (
        <ActorChoice
          query={text}
          except={node}
          choose={(other) => send({ decide: pair, kind: "entities", ids: [idOf(node), idOf(other)] })}
        />
      )}
      <p class="button-row">
        {!pair && (
          <button type="submit" class="quiet-text">
            {words.save}
          </button>
        )}
        <button type="button" class="quiet-text" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
