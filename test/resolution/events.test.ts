import { describe, expect, test } from "@jest/globals";
import { resolve } from "../../src/resolution/index.ts";
import { inputOf, report, testPack, type Report, type Told } from "../support/drafts.ts";

const packs = testPack();
const eventsOf = (...reports: Report[]) => resolve({ ...inputOf(reports), packs, decisions: [] }).events;
const attack = { subtype: "rocket", target: ["base"], day: "2021-06-28" } as const;

describe("one event, many reports", () => {
  test("reports of one attack meet, whatever each of them leaves out", () => {
    const events = eventsOf(
      report("a", [{ ...attack, agent: ["militia"] }]),
      report("b", [{ ...attack, place: ["province"] }], { published: "2021-07-02" }),
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ agent: ["militia"], documents: ["a", "b"], id: "ev:a:0-16:attack" });
  });

  test("the next attack on the same base stays an event of its own", () => {
    const later = { ...attack, day: "2021-07-01" };
    expect(eventsOf(report("a", [attack]), report("b", [later], { published: "2021-07-02" }))).toHaveLength(
      2,
    );
  });

  test("nor does the next day's", () => {
    const next = { ...attack, day: "2021-06-29" };
    expect(eventsOf(report("a", [attack]), report("b", [next]))).toHaveLength(2);
  });

  test("an attack elsewhere on the same day stays apart", () => {
    const here = { subtype: "rocket", place: ["near-town"], day: "2021-06-28" } as const;
    const there = { subtype: "rocket", place: ["far-town"], day: "2021-06-28" } as const;
    expect(eventsOf(report("a", [here]), report("b", [there]))).toHaveLength(2);
  });

  test("what a report says in part belongs to the happening that it opened with", () => {
    const events = eventsOf(
      report("a", [
        { ...attack, agent: ["militia"] },
        { subtype: "rocket", effects: { wounded: { min: 3, max: 3, approximate: false, text: "three" } } },
      ]),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.claims).toHaveLength(2);
  });

  test("the two sides of an exchange are two events", () => {
    const there = { subtype: "rocket", agent: ["militia"], target: ["army"], day: "2021-06-27" } as const;
    const back = { subtype: "airstrike", agent: ["army"], target: ["militia"], day: "2021-06-28" } as const;
    expect(eventsOf(report("a", [there, back]))).toHaveLength(2);
  });

  test("the sites of one raid are parts of it", () => {
    const raid = {
      subtype: "airstrike",
      agent: ["army"],
      place: ["near-town", "far-town", "province"],
      day: "2021-06-28",
    } as const;
    const site = { subtype: "drone-strike", place: ["far-town"], day: "2021-06-28" } as const;
    const decisions = [
      { decide: "keep-apart" as const, kind: "claims" as const, ids: ["a:0-16:attack", "b:0-16:attack"] },
    ];
    const { events } = resolve({ ...inputOf([report("a", [raid]), report("b", [site])]), packs, decisions });
    expect(events.map(({ id, partOf }) => [id, partOf])).toEqual([
      ["ev:a:0-16:attack", []],
      ["ev:b:0-16:attack", ["ev:a:0-16:attack"]],
    ]);
  });

  test("three sites that a report tells one by one are parts of the raid that another tells as a whole", () => {
    const day = "2021-06-28";
    const raid = {
      subtype: "airstrike",
      agent: ["army"],
      target: ["base", "camp", "far-town"],
      day,
    } as const;
    const sites = ["base", "camp", "far-town"].map((site): Told => ({ ...raid, agent: [], target: [site] }));
    const events = eventsOf(report("a", [raid]), report("b", sites));
    const [whole, ...parts] = events;
    expect(whole).toMatchObject({ claims: ["a:0-16:attack"], partOf: [] });
    expect(parts.map(({ partOf }) => partOf)).toEqual([[whole?.id], [whole?.id], [whole?.id]]);
  });

  test("one attack is part of the wave of attacks that a report counts, on its days alone", () => {
    const time = { start: "2021-06-20", end: "2021-06-29" };
    const wave: Told = { subtype: "rocket", place: ["province"], time };
    const parts = (day: string): unknown[] => {
      const ids = ["a:0-16:attack", "b:0-16:attack"];
      const { events } = resolve({
        ...inputOf([report("a", [wave]), report("b", [{ ...attack, day }])]),
        packs,
        decisions: [{ decide: "keep-apart", kind: "claims", ids }],
      });
      return events.flatMap(({ partOf }) => partOf);
    };
    expect(parts("2021-06-28")).toEqual(["ev:a:0-16:attack"]);
    expect(parts("2021-06-30")).toEqual([]);
  });

  test("a person's death is one event, however it is called and whenever it is recalled", () => {
    const strike = {
      subtype: "drone-strike",
      target: ["general"],
      day: "2020-01-03",
      effects: { killed: { min: 1, max: 1, approximate: false, text: "one" } },
    } as const;
    const recalled = { subtype: "assassination", target: ["general"] } as const;
    expect(
      eventsOf(report("a", [strike], { published: "2020-01-03" }), report("b", [recalled])),
    ).toHaveLength(1);
  });
});

describe("series", () => {
  const on = (day: string, site = "base"): Told => ({ subtype: "rocket", target: [site], day });
  const chain = (...told: Told[]) =>
    eventsOf(...told.map((one, at) => report(`r${at}`, [one], { published: one.day ?? "" }))).map(
      ({ sameSeries }) => sameSeries,
    );

  test("attacks that come back to one base within days lead to the one before", () => {
    expect(chain(on("2021-06-01"), on("2021-06-08"), on("2021-06-15"))).toEqual([
      undefined,
      ["ev:r0:0-17:attack"],
      ["ev:r1:0-17:attack"],
    ]);
  });

  test("an attack that was foiled counts", () => {
    const foiled: Told = { ...on("2021-06-01"), modality: "attempted" };
    expect(chain(foiled, on("2021-06-08"))).toEqual([undefined, ["ev:r0:0-17:attack"]]);
  });

  test("another base, another season or another attacker is no series", () => {
    expect(chain(on("2021-06-01"), on("2021-06-08", "camp"))).toEqual([undefined, undefined]);
    expect(chain(on("2021-06-01"), on("2021-08-08"))).toEqual([undefined, undefined]);
    const by = (agent: string, day: string): Told => ({ ...on(day), agent: [agent] });
    expect(chain(by("militia", "2021-06-01"), by("rebels", "2021-06-08"))).toEqual([undefined, undefined]);
  });
});

describe("events between builds", () => {
  test("an id that a new report changes leads to the event that took over", () => {
    const late = report("b", [attack]);
    const before = eventsOf(late);
    const early = report("a", [attack], { published: "2021-06-29" });
    const { events } = resolve({ ...inputOf([early, late]), packs, decisions: [], previous: before });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ id: "ev:a:0-16:attack", formerIds: ["ev:b:0-16:attack"] });
  });

  test("an event dated after its report is named", () => {
    const { notices } = resolve({
      ...inputOf([report("a", [{ ...attack, day: "2021-08-01" }])]),
      packs,
      decisions: [],
    });
    expect(notices).toEqual([
      { code: "resolution/dated-after-report", message: expect.stringContaining("2021-08-01") },
    ]);
  });

  test("a circle in the packs is named, and the build goes on", () => {
    const circular = testPack([
      { id: "inner", type: "Place", within: "outer" },
      { id: "outer", type: "Place", within: "inner" },
    ]);
    const { events, notices } = resolve({
      ...inputOf([report("a", [{ ...attack, place: ["inner"] }])]),
      packs: circular,
      decisions: [],
    });
    expect(events).toHaveLength(1);
    expect(notices.map(({ code }) => code)).toEqual(["resolution/part-of-cycle"]);
    expect(notices[0]?.message).toContain("inner lies in outer lies in inner");
  });
});
