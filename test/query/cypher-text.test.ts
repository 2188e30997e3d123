/** What is read from the text of a query: tokens, refusals, portability, rewriting, names. */
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { GRAPH_VOCABULARY } from "../../src/graph/index.ts";
import { adapt } from "../../src/query/cypher/adapt.ts";
import { nearest, unknownNames } from "../../src/query/cypher/names.ts";
import { tokenize } from "../../src/query/cypher/tokens.ts";
import { guard, lint } from "../../src/query/index.ts";

describe("tokens", () => {
  test("cover the query: what lies between them is space and comments", () => {
    const pieces = fc.constantFrom(
      "MATCH",
      " ",
      "(n",
      ":`A`",
      "{x: 'it''s'}",
      ")",
      "// c\n",
      "/* SET */",
      "$p",
      "1.5",
      "\n",
      "é",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const query = parts.join("");
        let at = 0;
        for (const { text, start, end } of tokenize(query)) {
          expect(query.slice(at, start)).toMatch(/^(?:\s|\/\/[^\n]*\n|\/\*.*?\*\/)*$/);
          expect(query.slice(start, end)).toBe(text);
          at = end;
        }
      }),
    );
  });

  test.each(["RETURN 'open", 'RETURN "open', "MATCH (n:`open) RETURN n", "RETURN 1 /* open"])(
    "%s has no end",
    (query) => {
      expect(() => tokenize(query)).toThrow(expect.objectContaining({ code: "query/bad-syntax" }));
    },
  );
});

describe("guard", () => {
  test.each([
    "CREATE (n)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) set n:Label",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) REMOVE n.x",
    "MERGE (n {id: 1}) RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "RETURN 1; MATCH (n) DELETE n",
    "MATCH (n) /* ' */ DELETE n // '",
    "CALL apoc.load.json('http://127.0.0.1')",
    "CALL `apoc`.`cypher`.run('x', {})",
    "CALL { CREATE (n) RETURN n } RETURN n",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "DROP INDEX x",
    "USE system MATCH (n) RETURN n",
    "INSERT (n)",
    "COPY x TO 'file'",
    "",
    "// nothing",
  ])("refuses %j", (query) => {
    expect(() => guard(query)).toThrow(expect.objectContaining({ code: "query/refused" }));
  });

  test.each([
    "MATCH (n) WHERE n.set = 1 RETURN n.create AS delete",
    "MATCH (n:Set)-[:CREATE|MERGE]->(m) RETURN n",
    "MATCH (n {set: 1}) RETURN 'DELETE', \"SET x\", `DROP`",
    "MATCH (n) CALL { WITH n RETURN 1 AS one } RETURN one",
    "MATCH (n) CALL (n) { RETURN 1 AS one } RETURN one",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n) RETURN n;",
    "MATCH (n) RETURN $delete, n // SET n.x = 1",
  ])("lets %j pass", (query) => {
    expect(() => guard(query)).not.toThrow();
  });
});

describe("lint", () => {
  test.each([
    ["MATCH (n:A|B) RETURN n", "label-alternatives"],
    ["MATCH (n:A&B) RETURN n", "label-expression"],
    ["MATCH (a)((x)-[:R]->(y)){1,3}(b) RETURN b", "quantified-path"],
    ["MATCH (a)-[:R]->{2}(b) RETURN b", "quantified-path"],
    ["MATCH (n) RETURN collect(n.name)[0]", "index-of-collect"],
    ["MATCH (n) RETURN labels(n)[0]", "order-of-labels"],
    ["MATCH (n) RETURN head(labels(n))", "order-of-labels"],
    ["RETURN COLLECT { MATCH (n) RETURN n }", "collect-subquery"],
    ["RETURN round(coalesce(n.x, 1), 2)", "round-with-precision"],
    ["RETURN duration.between(a, b)", "duration-between"],
    ["RETURN duration.inDays(a, b)", "duration-between"],
    ["MATCH (n) RETURN n.date.dayOfWeek", "date-component"],
    ["MATCH (n) RETURN date.truncate('week', n.date)", "truncate-to-week"],
    ["MATCH (n) OPTIONAL MATCH (n)--(m) WHERE EXISTS { (m)--() } RETURN m", "pattern-in-optional-where"],
    ["MATCH (n) OPTIONAL MATCH (n)--(m) WHERE NOT (m)<-[:R]-() RETURN m", "pattern-in-optional-where"],
    ["RETURN [1, 2] + 3", "list-plus-value"],
  ])("%s is not portable: %s", (query, rule) => {
    expect(lint(query).map((finding) => finding.rule)).toContain(rule);
  });

  test.each([
    "MATCH (n)-[:A|B]->(m) RETURN n",
    "MATCH (n) WITH collect(n.name) AS names RETURN names[0]",
    "RETURN round(max(1, 2))",
    "MATCH (a)-->(b) RETURN duration.inDays(a.date, b.date).days",
    "MATCH (n) RETURN date.truncate('month', n.date)",
    "MATCH (n) OPTIONAL MATCH (n)--(m) WHERE m.x > 1 MATCH (n) WHERE (n)-->() RETURN m",
    "MATCH (n {x: 1}) RETURN n.list[0] + 1, 5 % 2, 'a|b'",
    "RETURN [1] + [2]",
  ])("%s is portable", (query) => {
    expect(lint(query)).toEqual([]);
  });
});

describe("adapt", () => {
  test.each([
    ["RETURN sum(x) AS s", "RETURN coalesce(sum(x), 0) AS s"],
    ["RETURN sum(x)", "RETURN coalesce(sum(x), 0) AS `sum(x)`"],
    [
      "RETURN 1 + sum(coalesce(sum(x), 1)) AS s",
      "RETURN 1 + coalesce(sum(coalesce(coalesce(sum(x), 0), 1)), 0) AS s",
    ],
    [
      "RETURN DISTINCT date.truncate('month', d), e ORDER BY e",
      "RETURN DISTINCT date_trunc('month', d) AS `date.truncate('month', d)`, e ORDER BY e",
    ],
    ["MATCH (c)-[:IN]->(d) RETURN c", "MATCH (c)-[:`IN`]->(d) RETURN c"],
    ["RETURN 'sum(x)' AS s // sum(x)", "RETURN 'sum(x)' AS s // sum(x)"],
  ])("%s becomes %s", (query, adapted) => {
    expect(adapt(query)).toBe(adapted);
  });
});

describe("names", () => {
  test("slips come with the nearest name; strings, maps and parts of dates are no names", () => {
    const query = `MATCH (a:Actr {nmae: 'Label:Foo'})-[r:ATACKED|CONDEMNED]->(:Event)
      WHERE r.date.year > 2020 AND EXISTS { MATCH (a)-[:LEDS]->(b:Bse) } RETURN a.nam, {type: 1, foo: date.truncate('year', r.date)}`;
    expect(unknownNames(query, GRAPH_VOCABULARY)).toEqual([
      { kind: "label", name: "Actr", suggestion: "Actor" },
      { kind: "label", name: "Bse", suggestion: "Base" },
      { kind: "relationship type", name: "ATACKED", suggestion: "ATTACKED" },
      { kind: "relationship type", name: "LEDS", suggestion: "LEADS" },
      { kind: "property", name: "nmae", suggestion: "name" },
      { kind: "property", name: "nam", suggestion: "name" },
    ]);
  });

  test("nothing is suggested where nothing is near", () => {
    expect(nearest("Xylophone", GRAPH_VOCABULARY.labels)).toBeUndefined();
  });
});
