/** One thing that Riposte uses: there, missing but optional, or missing. */
export interface Finding {
  readonly what: string;
  readonly state: "ok" | "optional" | "missing";
  readonly detail: string;
}
