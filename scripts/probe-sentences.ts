/**
 * Single sentences, each with the claims that an annotator makes of it: breadth that annotated reports do not have.
 *
 * A line of the file is `sentence => claims`, claims divided by ` ; `. A claim is `types: doers > other sides @ places`:
 * one of the types, and of each side any of the words listed must be named (`-`: nobody; a side that is left out is not
 * asked for). A doer in lower case may be left open: who "the army" is, one sentence does not say. A sentence that is
 * not read right begins with `! `. `npx tsx scripts/probe-sentences.ts` prints those; `--mark` sets the marks anew.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  createFramesExtractor,
  type DraftClaim,
  type Extraction,
  type Filler,
  lexiconLemmas,
} from "../src/extraction/index.ts";
import { annotate, loadSyntaxModel, NameIndex } from "../src/language/index.ts";
import { CLAIM_TYPE_TABLE, isAction, type Language } from "../src/ontology/index.ts";
import {
  loadLanguageData,
  loadLexicon,
  loadPacks,
  loadReadingModels,
  readSyntaxModelFile,
  syntaxModelPath,
} from "../src/packs/index.ts";
import { packagePath, sha256 } from "../src/shared/index.ts";

interface ExpectedClaim {
  readonly text: string;
  readonly types: readonly string[];
  readonly doers: readonly string[];
  readonly others: readonly string[];
}

export interface Probe {
  readonly text: string;
  readonly expected: readonly ExpectedClaim[];
  /** Known not to be read right. */
  readonly misread: boolean;
}

export const ENGLISH_PROBES = packagePath("test/golden/english-probes.txt");

const MISREAD = "! ";
const wordsOf = (list = ""): readonly string[] =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

function parseClaim(text: string): ExpectedClaim {
  const [types, sides = ""] = text.split(/:(.*)/su);
  const [named, places] = sides.split("@");
  const [doers, targets] = (named ?? "").split(">");
  return {
    text,
    types: wordsOf(types),
    doers: wordsOf(doers),
    others: [...wordsOf(targets), ...wordsOf(places)],
  };
}

/** The probe of a line; undefined for headings and empty lines. */
export function parseProbe(line: string): Probe | undefined {
  const [left = "", claims] = line.split(" => ");
  if (claims === undefined || left.startsWith("#")) return undefined;
  const expected = claims.trim() === "-" ? [] : claims.split(" ; ").map((claim) => parseClaim(claim.trim()));
  const misread = left.startsWith(MISREAD);
  return { text: misread ? left.slice(MISREAD.length) : left, expected, misread };
}

/** Reads one sentence as a report of its own, with every pack. */
export function sentenceReader(language: Language): (text: string) => Extraction {
  const packs = loadPacks(["all"]);
  const data = loadLanguageData();
  const lexicon = loadLexicon(language);
  const extractor = createFramesExtractor({
    packs,
    lexicons: new Map([[language, lexicon]]),
    models: loadReadingModels(),
  });
  const resources = {
    data,
    names: NameIndex.of(packs, data),
    lemmas: { [language]: lexiconLemmas(lexicon) },
    syntax: { [language]: loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language))) },
  };
  return (text) => {
    const doc = { id: "probe", language, published: "2024-02-03", text, sha256: sha256(text) };
    return extractor.extract(annotate(doc, resources));
  };
}

/** Types whose claims may hold an act that only they tell: what is demanded or threatened need not be a claim. */
const HOLDING = ["demand", "threaten", "reject", "deny", "order", "accuse", "condemn", "announce"];
const FACTUAL: readonly string[] = ["asserted", "reported", "alleged"];

const family = (type: string): string => (type === "retaliation" ? "attack" : type);

/** What an annotator's claims and the ones read do not have in common: nothing where the sentence is read right. */
export function misreadings({ expected }: Probe, claims: readonly DraftClaim[]): readonly string[] {
  const open = [...claims];
  const missed = expected.filter((wanted) => {
    const at = open.findIndex((claim) => meets(wanted, claim));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  const holds = expected.some(({ types: [type = ""] }) => HOLDING.includes(type));
  const extra = open.filter(({ modality }) => !holds || FACTUAL.includes(modality));
  return [...missed.map(({ text }) => `missed ${text}`), ...extra.map((claim) => `read ${describe(claim)}`)];
}

function meets({ types, doers, others }: ExpectedClaim, { type, roles }: DraftClaim): boolean {
  if (!types.some((wanted) => family(wanted) === family(type))) return false;
  const act = isAction(type);
  if (!isNamed(doers.length > 0 ? doers : ["-"], (act ? roles.agent : roles.speaker) ?? [])) return false;
  return !act || others.length === 0 || isNamed(others, [...(roles.target ?? []), ...(roles.place ?? [])]);
}

/** Some of those wanted are named, and no more of others. */
function isNamed(wanted: readonly string[], given: readonly Filler[]): boolean {
  if (given.length === 0) return wanted.includes("-") || wanted.every((word) => /^[a-z\d]/u.test(word));
  const right = given.filter((filler) =>
    wanted.some((word) => word !== "-" && spellingsOf(filler).includes(word.toLowerCase())),
  );
  return right.length > 0 && 2 * right.length >= given.length;
}

const spellingsOf = ({ mention: { text, proposed, candidates } }: Filler): string =>
  [text, proposed?.name ?? "", ...candidates.slice(0, 2)].join(" | ").toLowerCase();

const namesOf = (fillers: readonly Filler[] = []): string =>
  fillers.map(({ mention }) => mention.text).join(", ");

function describe({ type, modality, roles, rule }: DraftClaim): string {
  const doer = namesOf(isAction(type) ? roles.agent : roles.speaker);
  return `${type} (${modality}): ${doer} > ${namesOf(roles.target)} @ ${namesOf(roles.place)} by ${rule}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { mark: { type: "boolean" } } });
  const read = sentenceReader("en");
  const lines = (await readFile(ENGLISH_PROBES, "utf8")).split("\n");
  let right = 0;
  const marked = lines.map((line) => {
    const probe = parseProbe(line);
    if (!probe) return line;
    const unknown = probe.expected.flatMap(({ types }) =>
      types.filter((type) => !(type in CLAIM_TYPE_TABLE)),
    );
    if (unknown.length > 0) throw new Error(`no such type of claim: ${unknown.join(", ")} in « ${line} »`);
    const wrong = misreadings(probe, read(probe.text).claims);
    if (wrong.length === 0) right++;
    else console.log(`${probe.text}\n${wrong.map((each) => `    ${each}`).join("\n")}`);
    const plain = probe.misread ? line.slice(MISREAD.length) : line;
    return wrong.length === 0 ? plain : `${MISREAD}${plain}`;
  });
  console.log(`${right} of ${lines.filter((line) => parseProbe(line)).length} sentences read right`);
  if (values.mark) await writeFile(ENGLISH_PROBES, marked.join("\n"));
}

if (process.argv[1] === import.meta.filename) await main();
