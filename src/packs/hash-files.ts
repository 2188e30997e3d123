import { readFileSync } from "node:fs";
import { RiposteError, sha256 } from "../shared/index.ts";

/**
 * Hash of what files hold, in the order given: much faster to have than the values in them.
 * @throws {RiposteError} `pack/not-found`
 */
export function hashFiles(paths: readonly string[]): string {
  return sha256(paths.map(textOf).join("\0"));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new RiposteError("pack/not-found", `${path}: no such file`, { cause });
  }
}
