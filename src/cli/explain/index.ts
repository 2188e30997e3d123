export { addExplain } from "./explain.ts";
