import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ERROR_CODES, invariant, packagePath, RiposteError } from "../../src/shared/index.ts";

test("the guide lists every code with its exit code, and no others", () => {
  const guide = readFileSync(packagePath("docs/guide/errors.md"), "utf8");
  const listed = [...guide.matchAll(/^\| `([a-z]+\/[a-z-]+)` \| (\d+) \| .+ \|$/gm)].map(([, code, exit]) => [
    code,
    Number(exit),
  ]);
  expect(Object.fromEntries(listed)).toEqual(ERROR_CODES);
});

test("an error carries its code, exit code and whether trying again may help", () => {
  const error = new RiposteError("case/locked", "busy", { retryable: true });
  expect([error.code, error.exitCode, error.retryable]).toEqual(["case/locked", 1, true]);
});

test("a broken invariant is an error of ours", () => {
  expect(() => invariant(false, "cannot be")).toThrow(
    expect.objectContaining({ code: "internal/broken-invariant" }),
  );
  expect(() => invariant(true, "fine")).not.toThrow();
});
