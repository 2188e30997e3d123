/** The embedded engine against Neo4j's recorded answers: the same, or refused with a reason; never different. */
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { DEFAULT_LIMITS, embeddedEngine, loadEngine } from "../../src/query/index.ts";
import { RiposteError } from "../../src/shared/index.ts";
import { comparable, cypherFixture, FIXTURES } from "../support/cypher-fixtures.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = await temporaryFolder();
const REFUSALS = new Set(["query/refused", "query/not-portable"]);

describe.each(FIXTURES)("%s", (name) => {
  const fixture = cypherFixture(name);
  const path = join(folder, `${name}.grafeo`);
  const engine = embeddedEngine(path);
  afterAll(() => engine.close());

  test("every query is answered as Neo4j does, or refused", async () => {
    const db = loadEngine().create(path);
    for (const statement of fixture.load) await db.executeCypher(statement);
    db.close();
    const refused: string[] = [];
    for (const { name: which, query, parameters, answer } of fixture.queries) {
      try {
        const result = await engine.run(query, parameters ?? {}, DEFAULT_LIMITS);
        expect([which, comparable(result)]).toEqual([which, answer && comparable(answer)]);
      } catch (error) {
        if (!(error instanceof RiposteError && REFUSALS.has(error.code))) throw error;
        refused.push(`${which}: ${error.message}`);
      }
    }
    expect(refused).toMatchSnapshot();
  });
});
