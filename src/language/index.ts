export * from "./types.ts";
export { loadSyntaxModel } from "./syntax/index.ts";
