import type { MenuItem } from "./menu.tsx";
import type { Session } from "./session.ts";

/** Pin, path and put away, in the reader's words. */
export function nodeActions(session: Session, node: number): MenuItem[] {
  const { words, store } = session;
  const stage = session.stage.peek();
  const pinned = stage?.isPinned(node) ?? false;
  return [
    {
      label: pinned ? words.unpin : words.pin,
      run: () => {
        const at = stage?.drawnScene;
        if (pinned) stage?.pin(node);
        else stage?.pin(node, at?.x[node], at?.y[node]);
      },
    },
    {
      label: words.pathFrom,
      run: () => {
        session.pathStart.value = node;
        session.say(words.pathPick(session.name(node)));
      },
    },
    {
      label: words.putAway,
      run: () => {
        const hiddenNodes = new Set([...store.state.peek().hiddenNodes, node]);
        store.update({ hiddenNodes, selection: undefined });
      },
    },
  ];
}
