/** Theatre packs: found by name or folder, merged, checked against each other. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import {
  compareBy,
  compareText,
  packagePath,
  RiposteError,
  sha256,
  stableStringify,
} from "../shared/index.ts";
import { derivedRelations } from "./derive-relations.ts";
import { mergeEntities } from "./merge-entities.ts";
import { type Located, type RawPack, readPack } from "./read-pack.ts";
import type { PackEntity, PackRelation, PackSet } from "./types.ts";

const SHIPPED = packagePath("graph-data/packs");

/** Stands for every pack that comes with Riposte, where a name is asked for. */
const ALL_PACKS = "all";

/** Names of the packs that come with Riposte, sorted. */
export function listPacks(): readonly string[] {
  return readdirSync(SHIPPED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort(compareText);
}

/**
 * Loads packs and everything that they build on, as one set.
 * @param packs names of shipped packs (`levant`, or `all`) or folders of one's own (`./my-pack`)
 * @throws {RiposteError} `pack/not-found`; `pack/bad-yaml` or `pack/bad-field` with file and line;
 *   `pack/duplicate-id` with both places; `pack/unknown-reference`
 */
export function loadPacks(packs: readonly string[]): PackSet {
  const raw = new Map<string, RawPack>();
  const named = packs.flatMap((pack) => (pack === ALL_PACKS ? listPacks() : [pack]));
  for (const pack of named) readWithFoundations(findFolder(pack, process.cwd()), raw, []);
  const entities = mergeEntities([...raw.values()]);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const stated = [...raw.values()].flatMap(({ relations }) => relations);
  for (const relation of stated) checkRelation(relation, byId);
  const relations = distinct([...entities.flatMap(derivedRelations), ...stated.map(({ item }) => item)]);
  const names = [...raw.values()].map(({ name }) => name);
  return {
    names,
    entities,
    relations,
    byId,
    hash: sha256(stableStringify({ entities, relations })),
  };
}

/** Reads a pack after those that it builds on, each folder once. */
function readWithFoundations(folder: string, read: Map<string, RawPack>, above: readonly string[]): void {
  if (read.has(folder)) return;
  if (above.includes(folder))
    throw new RiposteError(
      "pack/bad-field",
      `${join(folder, "pack.yaml")}: buildsOn goes round in a circle: ${[...above, folder].map((path) => basename(path)).join(" → ")}`,
    );
  const pack = readPack(folder);
  for (const foundation of pack.manifest.buildsOn ?? [])
    readWithFoundations(findFolder(foundation, folder), read, [...above, folder]);
  read.set(folder, pack);
}

/** A plain name is a shipped pack; anything with a separator or a dot in front is a folder, relative to `from`. */
function findFolder(pack: string, from: string): string {
  const isPath = /[\\/]/.test(pack) || pack.startsWith(".");
  const folder = isPath ? resolve(from, pack) : join(SHIPPED, pack);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new RiposteError(
    "pack/not-found",
    isPath
      ? `${pack}: no such pack folder`
      : `no pack "${pack}": there are ${listPacks().join(", ")}; a folder of your own is given by path (./${pack})`,
  );
}

function checkRelation({ item, where }: Located<PackRelation>, byId: ReadonlyMap<string, PackEntity>): void {
  for (const end of ["subject", "object"] as const)
    if (!byId.has(item[end]))
      throw new RiposteError(
        "pack/unknown-reference",
        `${where(end)}: ${item.type}: ${end} "${item[end]}" is in none of the packs`,
      );
}

const relationKey = ({ type, subject, object, from = "", to = "" }: PackRelation) =>
  [type, subject, object, from, to].join(" ");

/** Sorted by type, subject, object and dates; a fact that two packs state is kept once. */
function distinct(relations: readonly PackRelation[]): PackRelation[] {
  const byKey = new Map<string, PackRelation>();
  for (const relation of relations)
    if (!byKey.has(relationKey(relation))) byKey.set(relationKey(relation), relation);
  return [...byKey.values()].sort(compareBy(relationKey));
}
