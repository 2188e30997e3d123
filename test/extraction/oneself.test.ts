import { expect, test } from "@jest/globals";
import { extractText, shorten } from "../support/read-text.ts";

test("a sole doer is not on the other side as well", () => {
  const [claim] = extractText("Iran attacked Iran.", "en").claims.map(shorten);
  expect(claim).toMatchObject({ type: "attack", agent: ["iran"], target: [] });
});
