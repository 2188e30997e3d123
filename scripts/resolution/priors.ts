/**
 * What the field would expect of the evidence that resolution weighs, in log odds: the means of the Gaussian priors.
 * With some hundred examples, evidence that gold shows twice must not outweigh sense.
 */
import type { Weights } from "../../src/resolution/events/score.ts";

/** Pull of the prior: the weight of evidence that this many even observations give. */
export const RIDGE = 3;

/** Whether a claim joins an earlier account of its report, or opens one. */
export const EXPECTED_WITHIN: Weights = {
  "time: same-day": 1,
  "time: touching": -1,
  "time: next-day": -1,
  "time: near": -2.5,
  "time: apart": -4,
  "time: next-day, looking back": -1,
  "time: near, looking back": -2.5,
  "time: apart, looking back": -4,
  "extent: moment-and-series": -2,
  "place: same-site": 1,
  "place: same-place": 1,
  "place: apart": -2,
  "place: elsewhere": -3,
  "place: far": -6,
  "place named: new": 1,
  "place named: beside": 0.3,
  "place named: none": -1,
  "day given: new": 1,
  "told as: unreal, undated": 1,
  "individual named: new": 1,
  "place: one-of-several": -0.5,
  "target: same-individual": 1,
  "target: different-individuals": -1.5,
  "weapon: different": -1,
  "subtype: same": 1,
  "subtype: different": -1.5,
  "death: same": 3,
  "reality: one-real": -1,
  "reversed: yes": -3,
};

/** Whether two accounts are of one happening. */
export const EXPECTED_ACROSS: Weights = {
  "time: same-day": 1.5,
  "time: touching": -3,
  "time: next-day": -4.5,
  "time: near": -6,
  "time: apart": -8,
  "time: next-day, looking back": -2,
  "time: near, looking back": -4,
  "time: apart, looking back": -7,
  "extent: moment-and-series": -1,
  "place: same-site": 1.5,
  "place: same-place": 1,
  "place: apart": -2,
  "place: elsewhere": -4,
  "place: far": -6,
  "place: one-of-several": -0.5,
  "target: same-individual": 1,
  "target: different-individuals": -1.5,
  "weapon: different": -1,
  "subtype: same": 1,
  "subtype: different": -1.5,
  "death: same": 4,
  "reality: one-real": -1,
  "reality: neither-real": -1,
  "told site by site: yes": -6,
  "reversed: yes": -3,
  "counts: equal": 1,
  "particulars: none": -2,
  "particulars: several": 1,
  "wording: most": 1,
};

/** Not fitted: what the reading of one report left apart is brought together by other reports alone, where all agree. */
export const SET_ACROSS: Weights = { "report: same": -9 };

/** Which act a statement speaks of. */
export const EXPECTED_ABOUT: Weights = {
  "position: overlapping": 2,
  "position: same sentence before": 1.5,
  "cited for it: same": 1.5,
  "running topic: same": 1,
  "weight in report: most told": 1,
  "opening: yes": 0.5,
  "spoken of is doer: same": 1,
  "spoken of is doer: same side": 0.7,
  "names it again: yes": 1,
  "only thought of: elsewhere": -1.5,
  "title: named and told": 0.5,
  "words in common: many": 0.5,
  "kind: deny, accuse": 0.5,
  "kind: comment, attack": 1,
  "reality: comment, unreal": -1,
  "reality: own, unreal": -1.5,
  "reality: confirm, unreal": -1.5,
  "reality: accuse, unreal": -1,
  "reality: deny, unreal": -0.5,
  "speaker: own, doer": 1.5,
  "speaker: own, neither": -1,
  "speaker: own, target": -2,
  "speaker: accuse, doer": -2,
};

/** Which act a retaliation answers. */
export const EXPECTED_REPLY: Weights = {
  "delay: later": -4,
  "same author: yes": -3,
  "answerer was hit: yes": 1.5,
  "hits the author: yes": 1.5,
  "reality: unreal": -3,
  "family: other": -2,
  "loss: killed": 0.5,
  "topic: expected, opens the report": 1,
  "topic: expected, told by the way": -0.5,
  "position: overlapping": 2,
  "position: same sentence after": 1.5,
  "position: before, next": 1,
  "position: before, near": 0.3,
};
