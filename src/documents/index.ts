export { groupCopies, sampledShingles } from "./copies.ts";
export { decodeText, MAX_REPORT_BYTES, normalise } from "./decode.ts";
export { parseReportFile, REPORT_ENDINGS } from "./parse-file.ts";
export { readReports } from "./read.ts";
export { toDocument } from "./record.ts";
export type * from "./types.ts";
