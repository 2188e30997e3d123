export { buildViewerPayload, type PayloadOptions } from "./build-payload.ts";
export { type ExportSelection, exportPage } from "./export-page.ts";
export { type PageOptions, readAssets, renderPage } from "./page.ts";
export type * from "./payload.ts";
export { type DecisionKeeper, type RunningViewer, type ServeOptions, serveViewer } from "./server.ts";
