import { type ClaimType, codesOf } from "../../ontology/index.ts";

/**
 * How hostile or friendly a kind of act is, by the first two digits of its CAMEO code: −10 is war, +8 the most
 * friendly act.
 *
 * Source: the scale of Goldstein 1992, "A conflict-cooperation scale for WEIS events data", as the CAMEO project
 * assigned it to its root codes. Deviation: only root codes are told apart, because subtypes of attacks share −10.
 */
const SCALE_BY_CAMEO_ROOT: Readonly<Record<string, number>> = {
  "01": 0,
  "02": 3,
  "03": 4,
  "04": 1,
  "05": 3.5,
  "06": 6,
  "07": 7,
  "08": 5,
  "09": -2,
  "10": -5,
  "11": -2,
  "12": -4,
  "13": -6,
  "14": -6.5,
  "15": -7.2,
  "16": -4,
  "17": -7,
  "18": -9,
  "19": -10,
  "20": -10,
};

/** Goldstein value of a claim type, or undefined where CAMEO has no code for it. The most hostile of several codes. */
export function goldsteinScale(type: ClaimType): number | undefined {
  const values = (codesOf(type).cameo ?? []).flatMap((code) => SCALE_BY_CAMEO_ROOT[code.slice(0, 2)] ?? []);
  return values.length === 0 ? undefined : Math.min(...values);
}
