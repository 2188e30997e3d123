/** A button that opens a list of actions: arrow keys walk, Escape closes and gives the focus back. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icons.tsx";

export interface MenuItem {
  readonly label: string;
  readonly note?: string;
  /** Present for items that can be on; radio-like where several share `group`. */
  readonly checked?: boolean;
  readonly run: () => void;
}

export interface MenuButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly active?: boolean;
  readonly items: readonly MenuItem[];
  readonly children?: ComponentChildren;
}

export function MenuButton({ label, icon, active = false, items, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  return (
    <div class="menu-anchor">
      <button
        ref={button}
        type="button"
        class="bar"
        data-active={active}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        <span class="bar-label">{label}</span>
      </button>
      {open && <MenuList id={id} label={label} items={items} close={close} />}
      {children}
    </div>
  );
}

export interface MenuListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly close: (refocus: boolean) => void;
  readonly at?: { readonly x: number; readonly y: number };
}

export function MenuList({ id, label, items, close, at }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
  useEffect(() => {
    buttons()[0]?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !list.current?.parentElement?.contains(event.target)) close(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) all[(here + step + all.length) % all.length]?.focus();
    else if (event.key === "Home") all[0]?.focus();
    else if (event.key === "End") all.at(-1)?.focus();
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      id={id}
      class="menu"
      role="menu"
      aria-label={label}
      style={at ? { left: `${at.x}px`, top: `${at.y}px` } : undefined}
      onKeyDown={onKeyDown}
    >
      {items.map(({ label: text, note, checked, run }) => (
        <button
          key={text}
          type="button"
          role={checked === undefined ? "menuitem" : "menuitemradio"}
          aria-checked={checked}
          tabIndex={-1}
          onClick={() => {
            close(true);
            run();
          }}
        >
          <span class="menu-check">{checked && <Icon name="check" />}</span>
          <span>
            {text}
            {note && <small>{note}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
