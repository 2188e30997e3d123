/** The jars of a Neo4j Community server, from Maven Central: some 120 MB, fetched once. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The newest release line that runs on Java 17. */
export const NEO4J_VERSION = "5.26.30";
const COPY_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";

/** `neo4j` holds kernel, Cypher and importer; `neo4j-server` the Bolt server. Neither runs without the other. */
const PROJECT = `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>riposte</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>${NEO4J_VERSION}</version></dependency>
</dependencies></project>
`;

/** Folder of the jars, fetched if need be. Two processes that fetch at once each do the work; one result stays. */
export async function neo4jJars(maven: string): Promise<string> {
  const cache = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
    "riposte",
    `neo4j-${NEO4J_VERSION}`,
  );
  const jars = join(cache, "lib");
  if (existsSync(jars)) return jars;
  const own = join(cache, `fetch-${process.pid}`);
  await mkdir(own, { recursive: true });
  try {
    await writeFile(join(own, "pom.xml"), PROJECT);
    const args = [
      "-B",
      "-q",
      "-f",
      join(own, "pom.xml"),
      COPY_GOAL,
      "-DincludeScope=runtime",
      `-DoutputDirectory=${own}/lib`,
    ];
    const { status } = spawnSync(maven, args, { stdio: ["ignore", process.stderr, process.stderr] });
    if (status !== 0) throw new Error(`Maven could not fetch Neo4j ${NEO4J_VERSION}; is the network there?`);
    await rename(join(own, "lib"), jars).catch((error: unknown) => {
      if (!existsSync(jars)) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
  return jars;
}
