import { NODE_ENTITY } from "../model/model.ts";
import { plainText } from "../model/names.ts";
import { useSession } from "./session.ts";

interface ActorChoiceProps {
  readonly query: string;
  readonly except?: number;
  /** Only those that a pack or a person has named. */
  readonly known?: boolean;
  readonly choose: (node: number) => void;
}

const LISTED = 6;

/** Actors whose names begin like what was typed, as buttons. */
export function ActorChoice({ query, except, known = false, choose }: ActorChoiceProps) {
  const session = useSession();
  const { index, model } = session.store;
  const hits = index
    .search(query, LISTED * 3)
    .filter(({ node }) => node !== except && model.nodes.kind[node] === NODE_ENTITY)
    .filter(({ node }) => !known || !model.nodes.proposed[node])
    .slice(0, LISTED);
  return (
    <>
      {hits.map(({ node }) => (
        <button key={node} type="button" class="row-button" onClick={() => choose(node)}>
          <bdi>{plainText(session.name(node))}</bdi>
        </button>
      ))}
    </>
  );
}
