import type { Plan } from "neo4j-driver";

/** A plan as indented lines, the last step first, as Neo4j draws it. */
export function planText(plan: Plan, depth = 0): string {
  const details = plan.arguments as Readonly<Record<string, unknown>>;
  const what = typeof details.Details === "string" ? ` ${details.Details.replaceAll("\n", " ")}` : "";
  const rows =
    typeof details.EstimatedRows === "number" ? ` (about ${Math.round(details.EstimatedRows)} rows)` : "";
  const line = `${"  ".repeat(depth)}${plan.operatorType.replace(/@.*$/, "")}${what}${rows}`;
  return [line, ...plan.children.map((child) => planText(child, depth + 1))].join("\n");
}
