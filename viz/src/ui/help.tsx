import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { useSession } from "./session.ts";

export function HelpDialog() {
  const session = useSession();
  const { words } = session;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = session.helpOpen.value;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  const keys: readonly (readonly [string, string])[] = [
    ["/", words.keySearch],
    ["← → ↑ ↓", words.keyWalk],
    ["Enter", words.keySelect],
    ["[ ]", words.keyParallel],
    [", .", words.keyChain],
    ["1 2 3", words.keyEgo],
    ["Shift ← → ↑ ↓", words.keyPan],
    ["+ − 0", words.keyZoom],
    ["P", words.keyPlay],
    ["O", words.keyOnly],
    ["L", words.keyLens],
    ["M, Shift F10", words.keyMenu],
    ["Ctrl Z, Alt ←", words.keyUndo],
    ["Esc", words.keyClear],
    ["?", words.keyHelp],
  ];
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={() => (session.helpOpen.value = false)}
    >
      {open && (
        <>
          <header>
            <h2 id="help-title">{words.keysTitle}</h2>
            <button type="button" class="quiet" onClick={() => (session.helpOpen.value = false)}>
              <Icon name="close" />
              <span class="visually-hidden">{words.close}</span>
            </button>
          </header>
          <dl class="keys">
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label class="check">
            <input
              type="checkbox"
              checked={session.singleKeys.value}
              onChange={() => (session.singleKeys.value = !session.singleKeys.value)}
            />
            <span>
              {words.keysSwitch}
              <small>{words.keysSingle}</small>
            </span>
          </label>
        </>
      )}
    </dialog>
  );
}
