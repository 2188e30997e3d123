export { buildViewerPayload, type PayloadOptions } from "./build-payload.ts";
export * from "./payload.ts";
