/** Small line drawings for buttons, hidden from screen readers: the button has words. */
const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20 20",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  moon: "M19 14.5A8 8 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z",
  share: "M12 15V4M8 7.5 12 4l4 3.5M5 13v6h14v-6",
  lens: "M12 5c5 0 8.5 5 9 7-.5 2-4 7-9 7s-8.5-5-9-7c.5-2 4-7 9-7zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  compass: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM15.5 8.5l-2 5-5 2 2-5z",
  help: "M9 9.5a3 3 0 1 1 4.3 2.7c-.9.5-1.3 1.1-1.3 2.3M12 17.5v.1",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  relax: "M6 7a2 2 0 1 1 0 .1M18 6a2 2 0 1 1 0 .1M12 17a2 2 0 1 1 0 .1M8 7.5l8-1M7.5 9 11 15M17 8.5 13 15",
  play: "M8 5.5v13l10-6.5z",
  pause: "M8 5v14M16 5v14",
  close: "M6 6l12 12M18 6 6 18",
  filter: "M4 6h16M7 12h10M10 18h4",
  down: "M6 9.5l6 6 6-6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  quote: "M5 16c2 0 3.5-1.5 3.5-4V7H5v5h3M14 16c2 0 3.5-1.5 3.5-4V7H14v5h3",
  previous: "M14.5 6l-6 6 6 6",
  next: "M9.5 6l6 6-6 6",
  panel: "M4 5h16v14H4zM14 5v14",
} as const;

export type IconName = keyof typeof ICONS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
