/** Asks for a claim of a text, for tests of extraction. */
import { expect } from "@jest/globals";
import { claimsOf, type ShortClaim } from "./read-text.ts";

export type ExpectedClaim = Partial<Record<keyof ShortClaim, unknown>>;

/** The text gives a claim that agrees with `expected` in the fields named there. */
export function expectClaim(text: string, language: "fr" | "en", expected: ExpectedClaim): void {
  const claims = claimsOf(text, language);
  expect({ text, claims }).toEqual({
    text,
    claims: expect.arrayContaining([expect.objectContaining(expected)]),
  });
}
