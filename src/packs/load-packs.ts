/** Theatre packs: found by name or folder, merged, checked against each other. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
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
import { type Located, readManifest, readPack } from "./read-pack.ts";
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
  const raw = packFolders(packs).map(readPack);
  const entities = mergeEntities(raw);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const stated = raw.flatMap(({ relations }) => relations);
  for (const relation of stated) checkRelation(relation, byId);
  const relations = distinct([...entities.flatMap(derivedRelations), ...stated.map(({ item }) => item)]);
  return {
    names: raw.map(({ name }) => name),
    entities,
    relations,
    byId,
    hash: sha256(stableStringify({ entities, relations })),
  };
}

/**
 * Hash of all that `loadPacks` depends on: every file of the packs, and the code that reads them.
 * @throws {RiposteError} as `loadPacks`, for what stands in `pack.yaml`
 */
export function packFingerprint(packs: readonly string[]): string {
  const code = fileURLToPath(new URL(".", import.meta.url));
  const contents = [code, ...packFolders(packs)].flatMap((folder) =>
    readdirSync(folder)
      .sort(compareText)
      .flatMap((file) => [join(folder, file), readFileSync(join(folder, file), "utf8")]),
  );
  return sha256(contents.join("\0"));
}

/** The folders of packs and of all that they build on, each once, after those that it builds on. */
function packFolders(packs: readonly string[]): string[] {
  const folders = new Set<string>();
  const named = packs.flatMap((pack) => (pack === ALL_PACKS ? listPacks() : [pack]));
  for (const pack of named) addWithFoundations(findFolder(pack, process.cwd()), folders, []);
  return [...folders];
}

function addWithFoundations(folder: string, folders: Set<string>, above: readonly string[]): void {
  if (folders.has(folder)) return;
  if (above.includes(folder))
    throw new RiposteError(
      "pack/bad-field",
      `${join(folder, "pack.yaml")}: buildsOn goes round in a circle: ${[...above, folder].map((path) => basename(path)).join(" → ")}`,
    );
  for (const foundation of readManifest(folder).buildsOn ?? [])
    addWithFoundations(findFolder(foundation, folder), folders, [...above, folder]);
  folders.add(folder);
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
