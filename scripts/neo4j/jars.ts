/** The jars of a Neo4j Community server, of Neo4j Browser and of Graph Data Science, from Maven Central: fetched once, 120, 15 and 32 MB. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The newest release line that runs on Java 17. */
export const NEO4J_VERSION = "5.26.30";
/** The newest Neo4j Browser on Maven Central; the server does not bring it. */
export const BROWSER_VERSION = "5.24.0";
/** The open edition for that line. */
export const DATA_SCIENCE_VERSION = "2.13.9";
const COPY_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";

/** `neo4j` holds kernel, Cypher and importer; `neo4j-server` the Bolt server. Neither runs without the other. */
const SERVER = [`org.neo4j:neo4j:${NEO4J_VERSION}`, `org.neo4j.app:neo4j-server:${NEO4J_VERSION}`];
const BROWSER = [`org.neo4j.client:neo4j-browser:${BROWSER_VERSION}`];
const DATA_SCIENCE = [
  `org.neo4j.gds:proc:${DATA_SCIENCE_VERSION}`,
  `org.neo4j.gds:opengds-extension:${DATA_SCIENCE_VERSION}`,
];
/** Without these very versions every procedure of Graph Data Science fails, although the server has newer ones. */
const OWN_COPIES = /^cypher-(?:ast-factory|javacc-parser)-9\.0-/;

/** Folder of the server's jars, fetched if need be. */
export function neo4jJars(maven: string): Promise<string> {
  return cached(`neo4j-${NEO4J_VERSION}`, (folder) => fetchJars(maven, SERVER, join(folder, "lib")), "lib");
}

/** Folder of the jar that the server's web server hands out as `/browser`, fetched if need be. */
export function browserJars(maven: string): Promise<string> {
  return cached(
    `neo4j-browser-${BROWSER_VERSION}`,
    (folder) => fetchJars(maven, BROWSER, join(folder, "lib")),
    "lib",
  );
}

export interface PluginJars {
  /** Jars that declare procedures: the server's folder of plugins. */
  readonly plugins: string;
  /** What they need and the server does not have: for the class path. */
  readonly libraries: string;
}

/** Graph Data Science, arranged for the server whose jars lie in `serverJars`; fetched if need be. */
export async function dataScienceJars(maven: string, serverJars: string): Promise<PluginJars> {
  const folder = await cached(
    `gds-${DATA_SCIENCE_VERSION}`,
    async (own) => {
      await fetchJars(maven, DATA_SCIENCE, join(own, "all"));
      await arrange(join(own, "all"), join(own, "jars"), new Set((await readdir(serverJars)).map(nameOfJar)));
    },
    "jars",
  );
  return { plugins: join(folder, "plugins"), libraries: join(folder, "libraries") };
}

async function arrange(from: string, to: string, known: ReadonlySet<string>): Promise<void> {
  for (const folder of ["plugins", "libraries"]) await mkdir(join(to, folder), { recursive: true });
  for (const jar of await readdir(from)) {
    const isPlugin = jar.endsWith(`-${DATA_SCIENCE_VERSION}.jar`);
    if (!isPlugin && known.has(nameOfJar(jar)) && !OWN_COPIES.test(jar)) continue;
    await rename(join(from, jar), join(to, isPlugin ? "plugins" : "libraries", jar));
  }
}

/** `commons-text-1.14.0.jar` → `commons-text`. */
const nameOfJar = (file: string): string => file.replace(/-\d[^-]*\.jar$/, "");

/**
 * The folder `part` of a cache entry, made by `fill` in a folder of its own if it is not there. Two processes that fill
 * at once each do the work; one result stays.
 */
async function cached(name: string, fill: (folder: string) => Promise<void>, part: string): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "riposte", name);
  const result = join(cache, part);
  if (existsSync(result)) return result;
  const own = join(cache, `fetch-${process.pid}`);
  await mkdir(own, { recursive: true });
  try {
    await fill(own);
    await rename(join(own, part), result).catch((error: unknown) => {
      if (!existsSync(result)) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return result;
}

/** Copies artifacts, each as GROUP:NAME:VERSION, and all they need at run time into a folder. */
async function fetchJars(maven: string, artifacts: readonly string[], folder: string): Promise<void> {
  const pom = `${folder}.xml`;
  await writeFile(pom, projectOf(artifacts));
  const args = ["-B", "-q", "-f", pom, COPY_GOAL, "-DincludeScope=runtime", `-DoutputDirectory=${folder}`];
  const { status } = spawnSync(maven, args, { stdio: ["ignore", process.stderr, process.stderr] });
  if (status !== 0) throw new Error(`Maven could not fetch ${artifacts.join(", ")}; is the network there?`);
}

function projectOf(artifacts: readonly string[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(":");
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>riposte</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
${dependencies.join("\n")}
</dependencies></project>
`;
}
