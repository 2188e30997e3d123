/** What can be done with a node: by right click, long press, M or Shift+F10; the panel has the same. */
import { MenuList } from "./menu.tsx";
import { nodeActions } from "./node-actions.ts";
import { useSession } from "./session.ts";

export function NodeMenu() {
  const session = useSession();
  const menu = session.menu.value;
  if (!menu) return null;
  return (
    <div class="floating">
      <MenuList
        id="node-menu"
        label={session.words.menu}
        items={nodeActions(session, menu.node)}
        at={menu}
        close={(refocus) => {
          session.menu.value = undefined;
          if (refocus) document.getElementById("graph")?.focus();
        }}
      />
    </div>
  );
}
