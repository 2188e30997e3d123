import neo4j, { type Driver } from "neo4j-driver";
import type { Neo4jAddress } from "./address.ts";
import { explainFault } from "./faults.ts";

/** Longer than the 33 s that a killed server of 5.26 took to recover its store and answer again. */
const RETRY_MS = 120_000;
const CONNECTION_TIMEOUT_MS = 10_000;

/**
 * Opens a driver and asks the server for an answer first: a transaction would retry a closed port for two minutes.
 * The caller closes it.
 * @throws {RiposteError} `sink/unreachable`, `sink/unauthorized`
 */
export async function connect(address: Neo4jAddress): Promise<Driver> {
  const { uri, user, password } = address;
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password), {
    maxTransactionRetryTime: RETRY_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    // Integers of ours are counts and days, far below 2^53.
    disableLosslessIntegers: true,
    userAgent: "riposte",
  });
  try {
    await driver.verifyConnectivity(address.database === undefined ? {} : { database: address.database });
    return driver;
  } catch (error) {
    await driver.close();
    throw await explainFault(error, address);
  }
}
