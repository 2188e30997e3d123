import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareText, sha256 } from "../shared/index.ts";

/** Folders of the program whose code decides what comes out of a report, and what of all reports together. */
const STAGES = ["documents", "extraction", "language", "ontology", "packs", "resolution", "shared"];

let fingerprint: string | undefined;

/** Hash of the stages' own code: what an older program worked out is not taken for what this one would. */
export function codeFingerprint(): string {
  return (fingerprint ??= sha256(STAGES.flatMap((stage) => sourcesIn(stage)).join("\0")));
}

function sourcesIn(stage: string): string[] {
  const root = fileURLToPath(new URL("..", import.meta.url));
  return readdirSync(join(root, stage), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText)
    .map((path) => `${path.slice(root.length)}\n${readFileSync(path, "utf8")}`);
}
