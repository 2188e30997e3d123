/**
 * Whether the gold annotations hold together: a slip in one is a wrong lesson for whoever fits or measures on it.
 * Covers the folders beside this file and the bundled demonstration corpus.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import {
  CLAIM_TYPE_TABLE,
  type ClaimType,
  ENTITY_TYPES,
  isAction,
  MODALITIES,
  RELATION_TYPES,
  ROLES,
} from "../../src/ontology/index.ts";
import { packagePath } from "../../src/shared/index.ts";

interface GoldClaim {
  readonly id: string;
  readonly doc: string;
  readonly type: string;
  readonly subtype?: string;
  readonly modality: string;
  readonly evidence: string;
  readonly also_evidence?: readonly string[];
  readonly about?: readonly string[];
  readonly response_to?: readonly string[];
  readonly trigger?: string;
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly inferred?: readonly string[];
  readonly [role: string]: unknown;
}

interface Gold {
  readonly documents: readonly { readonly id: string; readonly file: string }[];
  readonly entities: readonly { readonly id: string; readonly type: string }[];
  readonly claims: readonly GoldClaim[];
  readonly relations: readonly {
    readonly subject: string;
    readonly type: string;
    readonly object: string;
    readonly doc: string;
    readonly evidence: string;
  }[];
  readonly events: readonly { readonly id: string; readonly claims: readonly string[] }[];
}

const here = dirname(fileURLToPath(import.meta.url));
const folders = [
  ...readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(here, entry.name)),
  packagePath("graph-data/corpus/levant"),
].filter((folder) => existsSync(join(folder, "gold.json")));

const inTable = (type: string): type is ClaimType => Object.hasOwn(CLAIM_TYPE_TABLE, type);
const fillersOf = (claim: GoldClaim, role: string): readonly string[] =>
  (claim[role] as string[] | undefined) ?? [];

test("there are gold files to check", () => {
  expect(folders.length).toBeGreaterThanOrEqual(2);
});

describe.each(folders.map((folder) => [basename(folder), folder] as const))("%s", (_name, folder) => {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold;
  const reports = new Map(
    gold.documents.map(({ id, file }) => [id, readFileSync(join(folder, file), "utf8")]),
  );
  const entities = new Set(gold.entities.map(({ id }) => id));
  const claims = new Map(gold.claims.map((claim) => [claim.id, claim]));
  const reportOf = (doc: string): string => reports.get(doc) ?? "";

  /** Faults of all claims, each named by its claim: one list shows every slip of a file at once. */
  const faults = (find: (claim: GoldClaim) => readonly string[]): readonly string[] =>
    gold.claims.flatMap((claim) => find(claim).map((fault) => `${claim.id}: ${fault}`));

  test("ids are unique", () => {
    expect(claims.size).toBe(gold.claims.length);
    expect(entities.size).toBe(gold.entities.length);
    expect(new Set(gold.events.map(({ id }) => id)).size).toBe(gold.events.length);
  });

  test("evidence is a part of its report", () => {
    const missing = faults(({ doc, evidence, also_evidence = [] }) =>
      [evidence, ...also_evidence].filter((text) => text === "" || !reportOf(doc).includes(text)),
    );
    expect(missing).toEqual([]);
    expect(gold.relations.filter(({ doc, evidence }) => !reportOf(doc).includes(evidence))).toEqual([]);
  });

  test("triggers stand in the evidence", () => {
    expect(
      faults(({ trigger, evidence }) =>
        trigger === undefined || (trigger !== "" && evidence.includes(trigger)) ? [] : [trigger],
      ),
    ).toEqual([]);
  });

  test("words of a role match its fillers one by one and stand in the report", () => {
    expect(
      faults((claim) =>
        Object.entries(claim.words ?? {}).flatMap(([role, words]) => [
          ...words.filter((word) => !reportOf(claim.doc).includes(word)),
          ...(words.length === fillersOf(claim, role).length ? [] : [`${role}: ${words.join(", ")}`]),
        ]),
      ),
    ).toEqual([]);
  });

  test("every filled role of a claim with words has its own", () => {
    expect(
      faults((claim) =>
        claim.words === undefined
          ? []
          : ROLES.filter((role) => fillersOf(claim, role).length > 0 && !claim.words?.[role]?.length),
      ),
    ).toEqual([]);
  });

  test("inferred roles are filled roles", () => {
    expect(
      faults((claim) => (claim.inferred ?? []).filter((role) => fillersOf(claim, role).length === 0)),
    ).toEqual([]);
  });

  test("roles and relations name listed entities", () => {
    expect(
      faults((claim) => ROLES.flatMap((role) => fillersOf(claim, role).filter((id) => !entities.has(id)))),
    ).toEqual([]);
    expect(
      gold.relations.filter(({ subject, object }) => !(entities.has(subject) && entities.has(object))),
    ).toEqual([]);
  });

  test("types, subtypes and modalities are those of the ontology", () => {
    expect(
      faults(({ type, subtype, modality }) => {
        if (!inTable(type)) return [type];
        const known = subtype === undefined || Object.hasOwn(CLAIM_TYPE_TABLE[type].subtypes, subtype);
        return [
          ...(known ? [] : [`${type}/${subtype}`]),
          ...((MODALITIES as readonly string[]).includes(modality) ? [] : [modality]),
        ];
      }),
    ).toEqual([]);
    expect(gold.entities.filter(({ type }) => !(ENTITY_TYPES as readonly string[]).includes(type))).toEqual(
      [],
    );
    expect(
      gold.relations.filter(({ type }) => !(RELATION_TYPES as readonly string[]).includes(type)),
    ).toEqual([]);
  });

  test("about and response_to lead to claims", () => {
    expect(
      faults(({ about = [], response_to = [] }) =>
        [...about, ...response_to].filter((id) => !claims.has(id)),
      ),
    ).toEqual([]);
  });

  test("every action claim is in exactly one event", () => {
    const times = new Map<string, number>();
    for (const id of gold.events.flatMap((event) => event.claims)) times.set(id, (times.get(id) ?? 0) + 1);
    expect([...times.keys()].filter((id) => !claims.has(id))).toEqual([]);
    expect(
      faults(({ id, type }) =>
        inTable(type) && isAction(type) && times.get(id) !== 1 ? [`in ${times.get(id) ?? 0} events`] : [],
      ),
    ).toEqual([]);
  });
});
