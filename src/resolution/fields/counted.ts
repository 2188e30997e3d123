/** How many of what: the number that a claim gives, with the words that say what is counted. */
import type { Claim, Quantity } from "../../ontology/index.ts";

/** « de missiles », "rockets": the word after a number, and the short one between. */
const COUNTED = /^(?:\s+\p{L}{1,3}['’]?)?\s*\p{L}[\p{L}-]{3,}/u;

/**
 * The quantity of a claim with its text completed from the evidence (« dizaines » becomes « dizaines de missiles »), so
 * that counts of unlike things can be told apart. Undefined where it counts nothing: none of it, or a « une » that is
 * as likely an article.
 */
export function countedQuantity({ quantity, evidence }: Claim): Quantity | undefined {
  if (quantity === undefined || quantity.max === 0) return undefined;
  if (quantity.min === 1 && quantity.max === 1 && !/\d/u.test(quantity.text)) return undefined;
  const at = evidence.text.indexOf(quantity.text);
  const counted = at < 0 ? null : COUNTED.exec(evidence.text.slice(at + quantity.text.length));
  return counted ? { ...quantity, text: `${quantity.text}${counted[0]}` } : quantity;
}
