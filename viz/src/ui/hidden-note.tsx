import { hiddenBecause, liftFilter } from "../state/lift-filter.ts";
import { useSession } from "./session.ts";

/** Says of an arrow that the filters hide why it is drawn all the same, with the one click that lifts the filter. */
export function HiddenNote({ edge }: { readonly edge: number }) {
  const { store, words } = useSession();
  const filters = store.filters.value;
  const reason = hiddenBecause(store.model, edge, filters);
  if (reason === undefined || reason === "view") return null;
  return (
    <p class="hidden-note">
      {words[`hidden_${reason}`]}{" "}
      <button
        type="button"
        class="link"
        onClick={() => store.update(liftFilter(store.model, edge, filters, reason))}
      >
        {words.showSuch}
      </button>
    </p>
  );
}
