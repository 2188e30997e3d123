export { ERROR_CODES, EXIT, type ErrorCode, invariant, RiposteError } from "./errors.ts";
export { sha256 } from "./hash.ts";
export { stableLines, stableStringify } from "./json.ts";
export { listens } from "./listens.ts";
export { once } from "./once.ts";
export { compareBy, compareText, sortedUnique } from "./order.ts";
export { packagePath } from "./package-root.ts";
export { counted, fold, slug, truncate } from "./text.ts";
export { VERSION } from "./version.ts";
