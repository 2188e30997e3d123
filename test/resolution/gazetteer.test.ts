import { describe, expect, test } from "@jest/globals";
import { Gazetteer } from "../../src/resolution/gazetteer.ts";
import { testPack } from "../support/drafts.ts";

const pack = testPack([
  { id: "sea", type: "Place", latitude: 20, longitude: 38, radius: 1000 },
  { id: "port", type: "Place", latitude: 15, longitude: 42 },
  { id: "capital", type: "Place", latitude: 48, longitude: 2 },
  { id: "quay", type: "Facility", within: "port" },
  { id: "league", type: "Institution" },
  { id: "other-land", type: "Country", forces: "other-army" },
  { id: "other-army", type: "MilitaryForce", country: "other-land" },
  { id: "umbrella", type: "ArmedGroup" },
]);
const relation = (subject: string, type: "member-of" | "stationed-at", object: string) => ({
  subject,
  type,
  object,
  pack: "test",
});
const gazetteer = new Gazetteer([], {
  ...pack,
  relations: [
    relation("land", "member-of", "league"),
    relation("other-land", "member-of", "league"),
    relation("other-army", "stationed-at", "base"),
    relation("militia", "member-of", "umbrella"),
    relation("rebels", "member-of", "umbrella"),
  ],
});

describe("how far apart places lie", () => {
  test("a region reaches as far as its radius", () => {
    expect(gazetteer.isRegion("sea")).toBe(true);
    expect(gazetteer.distanceKm("sea", "port")).toBe(0);
    expect(gazetteer.distanceKm("sea", "capital")).toBeGreaterThan(2000);
  });

  test("a place without a position has that of what contains it", () => {
    expect(gazetteer.distanceKm("quay", "port")).toBe(0);
    expect(gazetteer.distanceKm("quay", "general")).toBeUndefined();
  });
});

describe("who is of one side", () => {
  test("those who hold a base, not the state that it lies in", () => {
    expect(gazetteer.sameSide("base", "other-land")).toBe(true);
    expect(gazetteer.sameSide("base", "army")).toBe(false);
    expect(gazetteer.sameSide("camp", "army")).toBe(true);
  });

  test("not two states of one league", () => {
    expect(gazetteer.sameSide("land", "other-land")).toBe(false);
  });

  test("groups under one umbrella are allies, and two answers to who did it; a brigade and its group are one", () => {
    expect(gazetteer.sameSide("militia", "rebels")).toBe(true);
    expect(gazetteer.sameAuthor("militia", "rebels")).toBe(false);
    expect(gazetteer.sameAuthor("militia", "umbrella")).toBe(false);
    expect(gazetteer.sameAuthor("brigade", "militia")).toBe(true);
  });
});
