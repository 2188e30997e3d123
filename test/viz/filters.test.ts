import { describe, expect, test } from "@jest/globals";
import { FAMILIES } from "../../viz/src/model/families.ts";
import { computeVisibility, countLegend, type Filters, SHOWN } from "../../viz/src/state/filters.ts";
import { defaultFilters } from "../../viz/src/state/view-state.ts";
import { chainModel, corpusViewer, nodeRow } from "../support/viewer-model.ts";

const model = chainModel();
const defaults = defaultFilters(model, "actors");
const shown = (filters: Filters) =>
  [...computeVisibility(model, filters).edge].filter((bits) => bits === SHOWN).length;

describe("what is shown", () => {
  test("by default facts above the threshold, in the view asked for", () => {
    // Three acts and one standing fact; the planned act is no fact and less certain.
    expect(shown(defaults)).toBe(4);
    expect(computeVisibility(model, defaults).viewEdges).toBe(5);
  });

  test("everything with one change each", () => {
    const all = { ...defaults, hiddenModalities: new Set<number>(), minConfidence: 0 };
    expect(shown(all)).toBe(5);
  });

  test("a hidden kind takes its relations along", () => {
    const country = model.nodeKinds.indexOf("country");
    expect(shown({ ...defaults, hiddenKinds: new Set([country]) })).toBe(1);
  });

  test("a relation goes when all its outlets are switched off, not before", () => {
    const [a, b] = [model.graph.publishers.indexOf("Outlet A"), model.graph.publishers.indexOf("Outlet B")];
    expect(shown({ ...defaults, hiddenPublishers: new Set([a]) })).toBe(2);
    expect(shown({ ...defaults, hiddenPublishers: new Set([a, b]) })).toBe(1);
  });

  test("two independent sources keep the act that two outlets tell, and what nobody reports", () => {
    const visibility = computeVisibility(model, { ...defaults, minSources: 2 });
    const families = [...visibility.edge].flatMap((bits, row) =>
      bits === SHOWN ? [FAMILIES[model.edges.family[row] ?? 0]] : [],
    );
    expect(families.sort()).toEqual(["retaliation", "standing"]);
  });

  test("a period keeps what touches it; a standing fact holds always", () => {
    // Days count from 1 June: the contested act lies on days 3 to 4.
    expect(shown({ ...defaults, period: { from: 4, to: 8 } })).toBe(2);
    expect(shown({ ...defaults, period: { from: 0, to: 0 } })).toBe(2);
  });

  test("degrees count shown relations, and those outside the period apart", () => {
    const visibility = computeVisibility(model, { ...defaults, period: { from: 0, to: 0 } });
    const bravo = nodeRow(model, "bravo");
    expect(visibility.degree[bravo]).toBe(1);
    expect(visibility.degreeBeforePeriod[bravo]).toBe(3);
  });
});

describe("counts of the legend", () => {
  test("a row's count ignores its own group, so that it can be switched on again", () => {
    const attack = FAMILIES.indexOf("attack");
    const counts = countLegend(model, { ...defaults, hiddenFamilies: new Set([attack]) });
    expect(counts.families[attack]).toBe(1);
    expect(counts.families[FAMILIES.indexOf("retaliation")]).toBe(2);
  });

  test("what the defaults hide is counted", () => {
    const sure = countLegend(model, { ...defaults, hiddenModalities: new Set() });
    expect(sure.belowConfidence).toBe(1);
  });

  test("the families of the corpus add up to what is shown", () => {
    const corpus = corpusViewer().model;
    const filters = defaultFilters(corpus, "actors");
    const counts = countLegend(corpus, filters);
    const { shownEdges } = computeVisibility(corpus, filters);
    expect(counts.families.reduce((sum, count) => sum + count, 0)).toBe(shownEdges);
    expect(shownEdges).toBeGreaterThan(200);
  });
});
