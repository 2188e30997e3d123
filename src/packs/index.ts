export { parseYaml, readYaml } from "./read-yaml.ts";
export * from "./types.ts";
