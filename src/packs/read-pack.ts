/** One pack folder read from disk: its files against their schemas, themes unrolled, every item with its place. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { EntityType } from "../ontology/index.ts";
import { compareText, RiposteError } from "../shared/index.ts";
import {
  type EntityFields,
  entitiesFileSchema,
  type Manifest,
  manifestSchema,
  type NamingFields,
  relationsFileSchema,
} from "./pack-schema.ts";
import { type LocatedYaml, readYaml, readYamlLocated } from "./read-yaml.ts";
import type { PackRelation } from "./types.ts";

const MANIFEST = "pack.yaml";
const RELATIONS = "relations.yaml";

/** An item with `file:line` of any of its fields. */
export interface Located<T> {
  readonly item: T;
  readonly where: (...field: readonly PropertyKey[]) => string;
}

export interface RawPack {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly entities: readonly Located<EntityFields & { readonly type: EntityType }>[];
  readonly additions: readonly Located<NamingFields & { readonly id: string }>[];
  readonly relations: readonly Located<PackRelation>[];
}

/**
 * Reads a pack folder: `pack.yaml`, `relations.yaml` where there is one, and entities from every other YAML file in it.
 * @throws {RiposteError} `pack/not-found`, `pack/bad-yaml` or `pack/bad-field`, with file and line
 */
export function readPack(folder: string): RawPack {
  const name = basename(folder);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== MANIFEST && file !== RELATIONS)
    .sort(compareText);
  const themes = files.map((file) => readYamlLocated(join(folder, file), entitiesFileSchema));
  return {
    name,
    folder,
    manifest: readManifest(folder),
    entities: themes.flatMap(entitiesOf),
    additions: themes.flatMap(additionsOf),
    relations: existsSync(join(folder, RELATIONS)) ? relationsOf(join(folder, RELATIONS), name) : [],
  };
}

/**
 * Reads what a pack says of itself.
 * @throws {RiposteError} as `readPack`
 */
export const readManifest = (folder: string): Manifest => readYaml(join(folder, MANIFEST), manifestSchema);

type ThemesFile = LocatedYaml<ReturnType<typeof entitiesFileSchema.parse>>;

const locator =
  (where: ThemesFile["where"], ...path: readonly PropertyKey[]): Located<unknown>["where"] =>
  (...field) =>
    where([...path, ...field]);

function entitiesOf({ data, where }: ThemesFile): RawPack["entities"] {
  return data.flatMap(({ type, country, within, entities = [] }, theme) =>
    entities.map((fields, index) => {
      const at = locator(where, theme, "entities", index);
      const ownType = fields.type ?? type;
      if (!ownType)
        throw new RiposteError(
          "pack/bad-field",
          `${at()}: "${fields.id}" has no type, and neither has its theme`,
        );
      const item = {
        ...(country === undefined ? {} : { country }),
        ...(within === undefined ? {} : { within }),
        ...fields,
        type: ownType,
      };
      return { item, where: at };
    }),
  );
}

function additionsOf({ data, where }: ThemesFile): RawPack["additions"] {
  return data.flatMap(({ additions = [] }, theme) =>
    additions.map((item, index) => ({ item, where: locator(where, theme, "additions", index) })),
  );
}

function relationsOf(file: string, pack: string): RawPack["relations"] {
  const { data, where } = readYamlLocated(file, relationsFileSchema);
  return Object.entries(data).flatMap(([key, rows]) => {
    const type = key as PackRelation["type"];
    return rows.flatMap(({ subject, object, from, to }, index) =>
      [subject].flat().map((one) => ({
        item: {
          subject: one,
          type,
          object,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          pack,
        },
        where: locator(where, type, index),
      })),
    );
  });
}
