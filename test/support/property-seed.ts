/**
 * Property tests draw the same cases on every machine, so that a failure belongs to the change that caused it.
 * `PROPERTY_SEED=random npm run jest` explores others; a failure prints the seed that repeats it.
 */
import { configureGlobal, readConfigureGlobal } from "fast-check";

const asked = process.env["PROPERTY_SEED"];
if (asked !== "random") configureGlobal({ ...readConfigureGlobal(), seed: Number(asked ?? 2021) });
