export { loadSyntaxModel } from "./load-syntax-model.ts";
