/** The annotated reports and treebanks that lie beside the project on a developer's machine. */
import { existsSync } from "node:fs";
import { describe } from "@jest/globals";
import { packagePath } from "../../src/shared/index.ts";

/** Absolute path of a file in the shared folder. */
export const sharedPath = (relative: string): string => packagePath(`../shared/${relative}`);

/** `describe` where the shared folder is present; else a suite that is shown as skipped, saying why. */
export const describeWithShared = existsSync(sharedPath("gold/seeds.json"))
  ? describe
  : (name: string, body: () => void) => describe.skip(`${name} (no ../shared here)`, body);
