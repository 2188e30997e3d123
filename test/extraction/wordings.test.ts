/**
 * French in its wordings: what was read right stays so. Lines of test/golden/wordings-fr.txt marked `+` were read right
 * when they were marked, those marked `-` not yet; a line that is read right now can be marked anew by hand.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { packagePath } from "../../src/shared/index.ts";
import { claimsOf } from "../support/read-text.ts";
import { isReadRight, parseWordings } from "../support/wordings.ts";

/** Weights fitted anew may turn one sentence in fifty. */
const MAY_TURN = 0.02;

describe("French wordings", () => {
  const wordings = parseWordings(readFileSync(packagePath("test/golden/wordings-fr.txt"), "utf8"));
  const marked = wordings.filter((wording) => wording.marked);

  test("are many, of most types, some of them telling no act", () => {
    expect(wordings.length).toBeGreaterThanOrEqual(300);
    expect(
      new Set(wordings.flatMap(({ asked }) => asked.map(({ type }) => type))).size,
    ).toBeGreaterThanOrEqual(20);
    expect(wordings.filter(({ asked }) => asked.length === 0).length).toBeGreaterThanOrEqual(50);
  });

  test("that were read right still are", () => {
    const lost = marked.filter((wording) => !isReadRight(wording, claimsOf(wording.text)));
    expect(lost.length > marked.length * MAY_TURN ? lost.map(({ text }) => text) : []).toEqual([]);
  });
});
