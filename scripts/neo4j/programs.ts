/** The programs that a Neo4j server of one's own needs: found, or installed where that is allowed. */
import { spawnSync } from "node:child_process";

/** Debian packages that bring Java and Maven. */
const PACKAGES = ["openjdk-17-jre-headless", "maven"];
const OLDEST_JAVA = 17;

export interface Programs {
  readonly java: string;
  readonly maven: string;
}

/** What is missing, in words, where nothing was found or could be installed. */
export interface Missing {
  readonly missing: string;
}

/** Java 17 or newer and Maven; installs them with apt where the user is root and `CI` is set. */
export function findPrograms(env: NodeJS.ProcessEnv = process.env): Programs | Missing {
  const found = lookUp(env);
  if (!("missing" in found) || !env.CI || process.getuid?.() !== 0) return found;
  apt(["update", "-qq"], env);
  apt(["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], env);
  return lookUp(env);
}

function apt(args: readonly string[], env: NodeJS.ProcessEnv): void {
  // Test files may install at the same time: the later ones wait for the first.
  spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=240", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function lookUp(env: NodeJS.ProcessEnv): Programs | Missing {
  const java = env.JAVA_HOME ? `${env.JAVA_HOME}/bin/java` : "java";
  const missing = [
    ...(javaVersion(java) >= OLDEST_JAVA ? [] : [`Java ${OLDEST_JAVA} or newer`]),
    ...(spawnSync("mvn", ["--version"]).status === 0 ? [] : ["Maven"]),
  ];
  if (missing.length === 0) return { java, maven: "mvn" };
  return {
    missing: `${missing.join(" and ")} not found: apt-get install ${PACKAGES.join(" ")}, or set NEO4J_URI`,
  };
}

/** Feature release, such as 17; 0 where there is no Java. */
function javaVersion(java: string): number {
  const { stderr, status } = spawnSync(java, ["-version"], { encoding: "utf8" });
  if (status !== 0) return 0;
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
