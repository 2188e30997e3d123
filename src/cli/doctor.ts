import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { Command } from "commander";
import { caseJsonSchemas } from "../ontology/index.ts";
import { packagePath, VERSION } from "../shared/index.ts";
import type { Finding } from "./doctor-finding.ts";
import { probeServices } from "./doctor-services.ts";
import { outputOf } from "./program-output.ts";

/** `riposte doctor`: what is installed, which services answer, what optional parts still need. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("Says what is installed, which services answer, and what optional parts still need.")
    .option("--schemas", "print the JSON Schemas of the case files")
    .action(async (_options: unknown, command: Command) => {
      const output = outputOf(command);
      if (command.opts<{ schemas?: boolean }>().schemas) {
        output.data(caseJsonSchemas());
        return;
      }
      const findings = [...(await ownParts()), ...(await probeServices())];
      if (output.json) output.data(findings);
      else {
        const { green, yellow, red, bold, dim } = output.color;
        const marks = { ok: green("✓"), optional: yellow("○"), missing: red("✗") };
        output.result(bold(`Riposte ${VERSION}`));
        for (const { what, state, detail } of findings)
          output.result(`${marks[state]} ${what.padEnd(18)} ${dim(detail)}`);
      }
      if (findings.some((finding) => finding.state === "missing")) process.exitCode = 1;
    });
}

async function ownParts(): Promise<Finding[]> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const nodeIsNew = major > 20 || (major === 20 && minor >= 19);
  const packs = await folders("graph-data/packs");
  const languages = await folders("graph-data/languages");
  const models = languages.filter((language) =>
    existsSync(packagePath(`graph-data/models/${language}.syntax.bin`)),
  );
  return [
    {
      what: "Node.js",
      state: nodeIsNew ? "ok" : "missing",
      detail: `${process.versions.node}${nodeIsNew ? "" : "; 20.19 or newer is needed"}`,
    },
    { what: "packs", state: packs.length > 0 ? "ok" : "missing", detail: packs.join(", ") },
    { what: "languages", state: languages.length > 0 ? "ok" : "missing", detail: languages.join(", ") },
    {
      what: "parser models",
      state: models.length === languages.length ? "ok" : "optional",
      detail: models.length > 0 ? models.join(", ") : "none: reports are read by surface patterns only",
    },
    {
      what: "viewer",
      state: existsSync(packagePath("dist/viz/viewer.js")) ? "ok" : "missing",
      detail: existsSync(packagePath("dist/viz/viewer.js")) ? "built" : "not built: npm run build",
    },
  ];
}

async function folders(relative: string): Promise<string[]> {
  const entries = await readdir(packagePath(relative), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
