import { expect, test } from "@jest/globals";
import { browserStyle } from "../../src/export/index.ts";
import { GRAPH_VOCABULARY } from "../../src/graph/index.ts";

/** Rules by selector, read as Neo4j Browser reads a GRASS file: `selector { name: value; … }`. */
function parseGrass(text: string): Map<string, Map<string, string>> {
  const rules = new Map<string, Map<string, string>>();
  let rest = text;
  while (rest.trim() !== "") {
    const rule = /^\s*([\w.]+) \{((?:\s*[\w-]+: (?:"[^"]*"|[^;{}"]+);)*)\s*\}/.exec(rest);
    if (!rule) throw new Error(`no rule: ${rest.slice(0, 60)}`);
    const properties = [...(rule[2] ?? "").matchAll(/([\w-]+): ([^;]+);/g)];
    rules.set(rule[1] ?? "", new Map(properties.map(([, name = "", value = ""]) => [name, value])));
    rest = rest.slice(rule[0].length);
  }
  return rules;
}

test("the style parses, has a rule for every type and label that is drawn, and only valid colours", () => {
  const rules = parseGrass(
    browserStyle({ nodes: [], edges: [] })
      .flatMap((file) => [...file.chunks])
      .join(""),
  );
  const general = new Set(["Entity", "Actor"]);
  for (const label of GRAPH_VOCABULARY.labels.filter((name) => !general.has(name)))
    expect(rules.has(`node.${label}`)).toBe(true);
  for (const type of GRAPH_VOCABULARY.relationshipTypes) expect(rules.has(`relationship.${type}`)).toBe(true);
  for (const properties of rules.values()) {
    for (const [name, value] of properties)
      if (name.endsWith("color")) expect(value).toMatch(/^#[0-9a-f]{6}$/);
  }
  expect(rules.get("node.Event")?.get("caption")).toBe('"{title}"');
  expect(rules.get("relationship.ATTACKED")?.get("color")).not.toBe(
    rules.get("relationship.LEADS")?.get("color"),
  );
});
