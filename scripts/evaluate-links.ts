/**
 * Measures entity links, gold mentions given: `npx tsx scripts/evaluate-links.ts [--errors]`.
 *
 * A gold mention is right where the name found at some occurrence of its words denotes the gold entity: the first
 * candidate after resolution's context, met by id or by a shared name. Mentions in which no name was found count as wrong.
 */
import { existsSync } from "node:fs";
import type { Mention } from "../src/extraction/index.ts";
import { annotate, NameIndex } from "../src/language/index.ts";
import { loadLanguageData, loadPacks, type PackEntity } from "../src/packs/index.ts";
import { contextOf, weighCandidates } from "../src/resolution/entities/weigh-candidates.ts";
import { fold } from "../src/shared/index.ts";
import { GOLD_FILES } from "./evaluate-resolution.ts";
import { type GoldInput, readGold } from "./gold-extraction.ts";

const SETS = ["seeds", "levant", "sahel", "redsea"];
/** Those of a build that names none. */
const PACKS = loadPacks(["all"]);
const DATA = loadLanguageData();
const NAMES = NameIndex.of(PACKS, DATA);
/** Sets whose mentions may be shown; the others are measured only. */
const SHOWN = new Set(["seeds", "levant", "sahel"]);

const plain = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(?:al|el|as|ad|le|la|les|l|the|des|du|de|d)\b/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();

const namesOf = ({ id, names, aliases }: PackEntity): string[] => [
  id,
  names.fr,
  names.en,
  ...aliases.map(({ name }) => name),
];

/** Entities of names that leave no choice. */
const sureIn = (found: readonly Mention[]): PackEntity[] =>
  found.flatMap(({ candidates: [only, ...others] }) =>
    only !== undefined && others.length === 0 ? (PACKS.byId.get(only) ?? []) : [],
  );

/** Links of the gold mentions of one set: the entity meant, the words, and what they were linked to. */
function links({
  gold,
  documents,
}: GoldInput): { meant: string; text: string; got: string; right: boolean }[] {
  const goldNames = new Map(
    gold.entities.map(({ id, name: own, aliases = [], accept = [] }) => [
      id,
      { accept, names: new Set([id, own, ...aliases].map(plain)) },
    ]),
  );
  const annotated = new Map(
    documents.map((document) => [document.id, annotate(document, { data: DATA, names: NAMES })]),
  );
  return (gold.mentions ?? []).flatMap(({ doc, text, entity }) => {
    const report = annotated.get(doc);
    const known = goldNames.get(entity);
    if (!report || !known) return [];
    const found: Mention[] = [];
    for (let at = report.doc.text.indexOf(text); at >= 0; at = report.doc.text.indexOf(text, at + 1))
      found.push(...report.names.filter((span) => span.start < at + text.length && span.end > at));
    const context = contextOf(report.doc, sureIn(report.names));
    const candidates = found.map((mention) => weighCandidates(mention, "target", context, PACKS)[0]?.entity);
    const accepted = [entity, ...known.accept];
    const meets = (id: string | undefined): boolean => {
      const linked = id === undefined ? undefined : PACKS.byId.get(id);
      if (!linked) return false;
      return accepted.some(
        (one) =>
          one === linked.id || namesOf(linked).some((other) => goldNames.get(one)?.names.has(plain(other))),
      );
    };
    const proposed = found.some(
      (mention) => mention.proposed && known.names.has(plain(mention.proposed.name)),
    );
    return [
      {
        meant: entity,
        text,
        got: candidates[0] ?? (proposed ? "new name" : "nobody"),
        right: proposed || candidates.some(meets),
      },
    ];
  });
}

for (const name of SETS) {
  const path = GOLD_FILES[name] ?? "";
  if (!existsSync(path)) {
    process.stderr.write(`skipped ${name}: ${path} is not there\n`);
    continue;
  }
  const made = links(readGold(path));
  const right = made.filter((link) => link.right).length;
  const linked = made.filter(({ got }) => got !== "nobody").length;
  process.stdout.write(
    `${name.padEnd(8)}links right ${(right / made.length).toFixed(3)} of ${made.length}; ${(right / (linked || 1)).toFixed(3)} of the ${linked} that were linked\n`,
  );
  if (process.argv.includes("--errors") && SHOWN.has(name))
    for (const { meant, text, got } of made.filter((link) => !link.right))
      process.stdout.write(`  ${meant} | ${text} | ${got}\n`);
}
