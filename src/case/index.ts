export {
  eventsDigest,
  isCase,
  makeCaseFolder,
  type OpenCase,
  openCase,
  openEvents,
  saveCase,
} from "./case.ts";
export { ContentCache } from "./content-cache.ts";
export { finishSave, replaceFile, saveFiles } from "./files.ts";
export { withLock } from "./lock.ts";
export { CASE_FORMAT, type Manifest } from "./manifest.ts";
