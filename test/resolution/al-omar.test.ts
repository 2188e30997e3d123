/** The missile attack on the al-Omar base of June 2021 as two real reports tell it: one event, no voice lost. */
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { buildCase } from "../../src/build/index.ts";
import { withoutSources } from "../../src/graph/index.ts";
import type { CaseRecords, ConflictEvent } from "../../src/ontology/index.ts";
import { describeWithShared, sharedPath } from "../support/shared.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = await temporaryFolder();
const ofReport = (id: string, { claims }: ConflictEvent): boolean =>
  claims.some((claim) => claim.startsWith(`${id}:`));

function attackOn(records: CaseRecords): ConflictEvent {
  const [attack] = records.events
    .filter(
      ({ subtype, place, target, time }) =>
        subtype === "missile" &&
        [...place, ...target].some((id) => id.startsWith("al-omar")) &&
        time?.start.startsWith("2021-06"),
    )
    .sort((a, b) => b.claims.length - a.claims.length);
  if (!attack) throw new Error("the missile attack was not found");
  return attack;
}

describeWithShared("the missile attack on the al-Omar base", () => {
  let records: CaseRecords;
  let attack: ConflictEvent;
  beforeAll(async () => {
    ({ records } = await buildCase([sharedPath("seeds")], {
      caseFolder: join(folder, "case"),
      packs: ["levant"],
    }));
    attack = attackOn(records);
  });

  test("is one event of the two reports that tell it, and of no other", () => {
    expect(attack.documents).toEqual(["000", "003"]);
  });

  test("keeps the missile count, the day, the damage and the author that they contradict each other in", () => {
    const contested = ["agent", "damage", "quantity", "time"];
    expect(contested.filter((name) => !attack.fields[name]?.contested)).toEqual([]);
    const claims = new Map(records.claims.map((claim) => [claim.id, claim]));
    const texts = new Map(records.documents.map(({ id, text }) => [id, text]));
    for (const { values } of Object.values(attack.fields))
      for (const { evidence, document } of values
        .flatMap((value) => value.claims)
        .flatMap((id) => claims.get(id) ?? []))
        expect(texts.get(document)?.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(attack.fields["killed"]?.values[0]).toMatchObject({ value: { min: 0, max: 0 } });
  });

  test("answers the strikes on the border, and was answered by fire on Mayadin", () => {
    const byId = new Map(records.events.map((event) => [event.id, event]));
    const answered = attack.responseTo.map(({ id }) => byId.get(id));
    expect(answered.some((event) => event?.agent.includes("us-armed-forces"))).toBe(true);
    const answers = records.events.filter(({ responseTo }) => responseTo.some(({ id }) => id === attack.id));
    expect(answers.flatMap(({ place }) => place)).toContain("mayadin");
  });

  test("with one report left out, stands on the other, without the author that the first alone names", () => {
    const left = withoutSources(records, ["003"]).events.find(({ id }) => id === attack.id);
    expect(left?.documents).toEqual(["000"]);
    expect(left && ofReport("003", left)).toBe(false);
    const authors = (event: ConflictEvent | undefined) =>
      event?.fields["agent"]?.values.map(({ value }) => value);
    expect(authors(attack)).toContain("iran-backed-militias");
    expect(authors(left)).not.toContain("iran-backed-militias");
    expect(left?.sources.length).toBeLessThan(attack.sources.length);
  });
});
