/** The one-way flow of src/, checked: `npm run flow`. Reasons: docs/decisions/0001-one-way-flow.md. */
const BASE = ["ontology"];
const UP_TO_RESOLUTION = [...BASE, "packs", "documents", "language", "extraction"];
const GRAPH_READERS = [...BASE, "graph"];

/** Which folders of src/ each folder may import (every folder may import `shared`). */
const MAY_IMPORT = {
  shared: [],
  ontology: [],
  packs: BASE,
  documents: BASE,
  language: [...BASE, "packs", "documents"],
  extraction: [...BASE, "packs", "documents", "language"],
  resolution: UP_TO_RESOLUTION,
  graph: BASE,
  case: BASE,
  analysis: GRAPH_READERS,
  neo4j: GRAPH_READERS,
  export: [...GRAPH_READERS, "neo4j"],
  viewer: GRAPH_READERS,
  query: [...GRAPH_READERS, "neo4j"],
  gds: [...GRAPH_READERS, "analysis", "neo4j"],
  evaluation: BASE,
};

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
      name: `flow:${folder}`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/", pathNot: `^src/(${[folder, "shared", ...allowed].join("|")})/` },
    })),
    {
      name: "front-door",
      comment: "Other folders are imported through their index.ts only.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/(?!index\\.ts$)", pathNot: "^src/$1/" },
    },
    {
      name: "drivers-in-sinks",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(neo4j|export|query|gds)/" },
      to: { path: "node_modules/(neo4j-driver|@grafeo-db)" },
    },
    {
      name: "pure-core",
      comment: "Stages between documents and export touch no file, network or process.",
      severity: "error",
      from: { path: "^src/(ontology|language|extraction|resolution|graph|analysis|evaluation)/" },
      to: { dependencyTypes: ["core"], path: "^(fs|fs/promises|http|https|net|child_process)$" },
    },
    {
      name: "viewer-types-only",
      comment:
        "The viewer reads what src/viewer writes; it shares the types of the payload and nothing else.",
      severity: "error",
      from: { path: "^viz/src/" },
      to: { path: "^src/", pathNot: "^src/viewer/payload\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
