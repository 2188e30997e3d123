/** Days as numbers counted from the graph's first day, and back. */
const DAY_MS = 86_400_000;

export function dayNumber(iso: string, firstDay: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.parse(`${firstDay}T00:00:00Z`)) / DAY_MS);
}

export function isoDay(day: number, firstDay: string): string {
  return new Date(Date.parse(`${firstDay}T00:00:00Z`) + day * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight UTC of a day, for formatting. */
export function dateOf(day: number, firstDay: string): Date {
  return new Date(Date.parse(`${firstDay}T00:00:00Z`) + day * DAY_MS);
}
