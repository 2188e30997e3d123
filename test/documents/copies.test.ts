import { expect, test } from "@jest/globals";
import { groupCopies, toDocument } from "../../src/documents/index.ts";

const DISPATCH = Array.from(
  { length: 60 },
  (_, i) => `Sentence number ${i} of the dispatch tells what happened near town ${i * 7}.`,
);
const OTHER = Array.from(
  { length: 60 },
  (_, i) => `Another account, item ${i}, speaks about the port and harbour pier ${i * 3}.`,
);
const doc = (id: string, text: string) => toDocument({ id }, text, id);

test("a copy with a paragraph added belongs to the group of the dispatch", () => {
  const grouped = groupCopies([
    doc("b", `${DISPATCH.join(" ")} Our correspondent adds a few words of his own here.`),
    doc("a", DISPATCH.join(" ")),
    doc("c", OTHER.join(" ")),
  ]);
  expect(grouped.map(({ id, copyGroup }) => [id, copyGroup])).toEqual([
    ["a", "a"],
    ["b", "a"],
    ["c", undefined],
  ]);
});

test("the order of reports changes nothing, and grouping twice changes nothing", () => {
  const docs = [
    doc("b", DISPATCH.join(" ")),
    doc("a", DISPATCH.slice(5).join(" ")),
    doc("c", OTHER.join(" ")),
  ];
  const once = groupCopies(docs);
  expect(groupCopies([...docs].reverse())).toEqual(once);
  expect(groupCopies(once)).toEqual(once);
});

test("reports that share only a standing phrase are no copies", () => {
  const phrase = "All times are given in local time unless stated otherwise.";
  const grouped = groupCopies([
    doc("a", `${DISPATCH.join(" ")} ${phrase}`),
    doc("b", `${OTHER.join(" ")} ${phrase}`),
  ]);
  expect(grouped.some((item) => item.copyGroup)).toBe(false);
});
