export { type GivenAddress, type Neo4jAddress, neo4jAddress } from "./address.ts";
export { connect } from "./connect.ts";
export { explainFault, isMemoryLimit, isRetryable } from "./faults.ts";
export { driverParameters, driverValue } from "./values.ts";
