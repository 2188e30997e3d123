/** "6 relations here": the list under an ambiguous click. */
import { useEffect, useRef } from "preact/hooks";
import { EdgeLine } from "./edge-line.tsx";
import { useSession } from "./session.ts";

const WIDTH = 320;

export function Picker() {
  const session = useSession();
  const choice = session.choice.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLButtonElement>("button")?.focus();
  }, [choice]);
  if (!choice) return null;
  const { words } = session;
  const area = document.querySelector(".graph-area")?.getBoundingClientRect();
  const left = Math.max(8, Math.min(choice.x + 8, (area?.width ?? 800) - WIDTH - 8));
  const below = choice.y < (area?.height ?? 600) / 2;
  const close = () => {
    session.choice.value = undefined;
    document.getElementById("graph")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(box.current?.querySelectorAll<HTMLButtonElement>(".edge-line") ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") buttons[(here + 1) % buttons.length]?.focus();
    else if (event.key === "ArrowUp") buttons[(here - 1 + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      class="picker"
      role="dialog"
      aria-label={words.relationsHere(choice.edges.length)}
      style={{
        left: `${left}px`,
        [below ? "top" : "bottom"]: `${(below ? choice.y : (area?.height ?? 600) - choice.y) + 8}px`,
      }}
      onKeyDown={onKeyDown}
    >
      <p class="picker-title">{words.relationsHere(choice.edges.length)}</p>
      <ul>
        {choice.edges.map((edge) => (
          <li key={edge}>
            <EdgeLine edge={edge} onOpen={() => openFromFan(edge)} />
          </li>
        ))}
      </ul>
      {choice.more && <p class="picker-more">{words.tooManyHere}</p>}
    </div>
  );

  function openFromFan(edge: number) {
    session.stage.peek()?.openFan(edge);
    session.openEdge(edge);
    document.getElementById("graph")?.focus();
  }
}
