/**
 * Writes docs/figures/neo4j-answers.md: the bundled corpus in a real Neo4j, telling saved queries with the rows it
 * gives, and pictures of the graph in Neo4j Browser. `npm run neo4j-page`; needs Java, Maven and Chromium.
 */
import { isDeepStrictEqual } from "node:util";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserStyle, neo4jSink } from "../src/export/index.ts";
import type { EventGraph } from "../src/graph/index.ts";
import { neo4jAddress } from "../src/neo4j/index.ts";
import {
  buildStore,
  embeddedEngine,
  exampleParameters,
  neo4jEngine,
  parametersOf,
  runQuery,
  type SavedQuery,
  savedQueries,
} from "../src/query/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { type BrowserPicture, pictureNeo4jBrowser } from "./neo4j/browser-pictures.ts";
import { BROWSER_VERSION, NEO4J_VERSION } from "./neo4j/jars.ts";
import { findPrograms } from "./neo4j/programs.ts";
import { Neo4jServer } from "./neo4j/server.ts";
import { contentsOf, DEMONSTRATION_CORPUS, demonstrationGraph, querySection } from "./query-sections.ts";

const QUERIES = [
  "most-active-pairs",
  "mutual-attacks",
  "reply-chains",
  "reply-delays",
  "claimed-and-denied",
  "contested-events",
  "who-confirms-whom",
  "exclusives-by-outlet",
  "naming-by-outlet",
  "shared-targets",
];

const PICTURES: readonly (BrowserPicture & { readonly caption: string })[] = [
  {
    name: "attacks",
    caption: "Who attacked whom, and who replied",
    query: `MATCH p = (a:Actor)-[r:ATTACKED|RETALIATED_AGAINST]->(b:Actor)
WHERE a <> b AND r.factual AND r.confidence >= 0.5 RETURN p LIMIT 60`,
  },
  {
    name: "evidence",
    caption:
      "What the most reported event rests on: claims, reports and outlets; who did it to whom, and where",
    query: `MATCH (e:Event) WITH e ORDER BY e.reports DESC, e.independentSources DESC, e.id LIMIT 1
MATCH p = (e)<-[:ABOUT]-(:Claim)-[:IN]->(:Document)-[:PUBLISHED_BY]->(:Media)
MATCH q = (e)-[:AGENT|TARGET|AT]->(:Entity) RETURN p, q`,
  },
];

const FIGURES = packagePath("docs/figures");

const programs = findPrograms();
if ("missing" in programs) throw new Error(programs.missing);
const folder = await mkdtemp(join(tmpdir(), "riposte-neo4j-page-"));
const server = await Neo4jServer.start(programs, { browser: true });
try {
  const graph = await demonstrationGraph(folder);
  await writeFile(join(FIGURES, "neo4j-answers.md"), await page(graph));
  const [style] = browserStyle(graph);
  const folderOfPictures = join(FIGURES, "neo4j");
  await mkdir(folderOfPictures, { recursive: true });
  await pictureNeo4jBrowser(
    server.browserUri ?? "",
    [...(style?.chunks ?? [])].join(""),
    PICTURES,
    folderOfPictures,
  );
} finally {
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
}

async function page(graph: EventGraph): Promise<string> {
  const address = neo4jAddress({ uri: server.uri }, {});
  await neo4jSink(address).write(graph);
  const store = join(folder, "graph.grafeo");
  await buildStore(store, graph);
  const [there, here] = [await neo4jEngine(address), embeddedEngine(store)];
  const saved = (await savedQueries()).filter(({ name }) => QUERIES.includes(name));
  const sections: string[] = [];
  const differing: string[] = [];
  for (const query of saved) {
    sections.push(await querySection(query, there));
    if (!isDeepStrictEqual(await answer(query, there), await answer(query, here))) differing.push(query.name);
  }
  await there.close();
  await here.close();
  const same =
    differing.length === 0
      ? "The embedded engine gives the same rows to each."
      : `The embedded engine gives other rows to: ${differing.join(", ")}.`;
  return [
    "# The bundled corpus in Neo4j",
    "",
    "Written by `npm run neo4j-page`; do not edit.",
    `The reports of \`${DEMONSTRATION_CORPUS}\`, written for the project, as they are read today: ${graph.nodes.length} nodes and ${graph.edges.length}`,
    `relationships, loaded by \`riposte export --to neo4j\` into Neo4j ${NEO4J_VERSION}. ${same}`,
    "",
    `In Neo4j Browser ${BROWSER_VERSION}, after \`riposte export --to neo4j-style\` and dragging the file into its window:`,
    "",
    ...PICTURES.flatMap(({ name, caption, query }) => [
      `**${caption}**`,
      "",
      "```cypher",
      query,
      "```",
      "",
      `![${caption}](neo4j/${name}.jpg)`,
      "",
    ]),
    "## Ten saved queries",
    "",
    ...contentsOf(saved),
    "",
    ...sections,
  ].join("\n");
}

async function answer(saved: SavedQuery, engine: Parameters<typeof runQuery>[0]): Promise<unknown> {
  const { columns, rows } = await runQuery(
    engine,
    saved.query,
    parametersOf(saved, exampleParameters(saved)),
  );
  return { columns, rows };
}
