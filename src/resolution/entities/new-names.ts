/**
 * Names that no pack knows, met across reports: spellings of one name and type become one proposed entity.
 *
 * Spellings meet by the consonant key of the language stage and a second look at the vowels, so that « Ousbat
 * al-Thaïrine » and "Usbat al-Thairin" are one. A proposed entity is never merged with one of a pack: a key in
 * common is put to the user as an unsure judgement.
 */
import { nameKey, similarNames } from "../../language/index.ts";
import type { EntityType } from "../../ontology/index.ts";
import { compareBy, compareText, fold, slug } from "../../shared/index.ts";

export interface ProposedName {
  readonly type: EntityType;
  readonly name: string;
  /** Given where the name is a description that means another party in each report. */
  readonly document?: string;
}

export interface NameCluster {
  /** `new-TYPE-NAME`, from the most used spelling. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** All spellings, most used first. */
  readonly spellings: readonly string[];
}

/** Folded words of a name, as the name keys want them: an apostrophe within a word is a letter that some leave out. */
export const nameWords = (name: string): string[] =>
  fold(name)
    .replace(/\b[dl]'/gu, " ")
    .replace(/'/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Spellings are one name where their keys are equal and their vowels near, or where they fold to the same. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)];
  return x.join(" ") === y.join(" ") || (x.length > 0 && nameKey(x) === nameKey(y) && similarNames(x, y));
}

export const newId = ({ type, name, document = "" }: ProposedName): string =>
  `new-${slug(`${type} ${name} ${document}`.trim())}`;

/** Every name as often as it was read. The result does not depend on the order. */
export class NewNames {
  readonly #clusterOf = new Map<string, NameCluster>();
  readonly clusters: readonly NameCluster[];

  constructor(names: readonly ProposedName[]) {
    const counts = new Map<string, ProposedName & { count: number }>();
    for (const proposed of names) {
      const key = `${proposed.type}\n${proposed.name}\n${proposed.document ?? ""}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { ...proposed, count: 1 });
    }
    const blocks = new Map<string, (ProposedName & { count: number })[]>();
    for (const entry of counts.values()) {
      const key = `${entry.type}\n${nameKey(nameWords(entry.name))}\n${entry.document ?? ""}`;
      const block = blocks.get(key);
      if (block) block.push(entry);
      else blocks.set(key, [entry]);
    }
    const clusters: NameCluster[] = [];
    for (const block of blocks.values()) {
      block.sort(
        compareBy(
          ({ count }) => -count,
          ({ name }) => name,
        ),
      );
      const groups: ProposedName[][] = [];
      for (const entry of block) {
        const group = groups.find(([first]) => first !== undefined && sameName(first.name, entry.name));
        if (group) group.push(entry);
        else groups.push([entry]);
      }
      for (const group of groups) {
        const [first] = group as [ProposedName, ...ProposedName[]];
        const cluster = {
          id: newId(first),
          type: first.type,
          name: first.name,
          spellings: group.map(({ name }) => name),
        };
        clusters.push(cluster);
        for (const spelling of group) this.#clusterOf.set(newId(spelling), cluster);
      }
    }
    this.clusters = clusters.sort((a, b) => compareText(a.id, b.id));
  }

  /** The id of the entity proposed for a name. */
  idOf(name: ProposedName): string {
    return this.#clusterOf.get(newId(name))?.id ?? newId(name);
  }

  /** Whether some spelling that was read goes by this id. */
  has(id: string): boolean {
    return this.#clusterOf.has(id);
  }

  /** The present id of an entity that a decision names by any of its spellings; itself where none fits. */
  currentId(id: string): string {
    return this.#clusterOf.get(id)?.id ?? id;
  }
}
