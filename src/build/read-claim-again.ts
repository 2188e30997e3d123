import type { OpenCase } from "../case/index.ts";
import type { ClaimReading } from "../extraction/index.ts";
import type { Claim } from "../ontology/index.ts";
import { loadPacks } from "../packs/index.ts";
import { addedNames, claimIds } from "../resolution/index.ts";
import { readDecisions } from "./build-case.ts";
import { loadReader } from "./reader.ts";

/**
 * Reads the report of a claim once more, for how the claim came about: a case keeps what was read, not every step.
 * Undefined where the report now reads otherwise: the case was built by another version, or its packs changed.
 * @throws {RiposteError} `pack/*`, `decision/*`, `model/bad-format`, `language/unsupported`
 */
export async function readClaimAgain(
  { folder, manifest, records }: OpenCase,
  claim: Claim,
): Promise<ClaimReading | undefined> {
  const document = records.documents.find((each) => each.id === claim.document);
  if (!document) return undefined;
  const reader = loadReader(loadPacks(manifest.packs), addedNames(await readDecisions(folder)));
  const readings = reader.explain(document);
  const ids = claimIds(
    document.id,
    readings.map((reading) => reading.claim),
  );
  return readings[ids.indexOf(claim.id)];
}
