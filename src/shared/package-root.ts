import { fileURLToPath } from "node:url";

/** Absolute path of a file or folder shipped with Riposte, from `src/` and from the built `dist/` alike. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(`../../${relative}`, import.meta.url));
}
