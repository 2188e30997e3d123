/**
 * Makes a case of a table of coded events, so that reports can be tried on real data of some size:
 *
 *   npx tsx scripts/case-from-event-table.ts ../shared/data/icews14.tsv.gz --case icews14
 *   npx tsx src/cli/main.ts report icews14 --projection attacks --out icews14.html
 *
 * The table has the columns subject, CAMEO event name, object and day, tab-separated, without a header; `.gz` is
 * unpacked. Each day becomes a report whose sentences are its rows. A table does not say what its actors are: names
 * that have citizens ("Citizen (NAME)") are taken for countries, all others for institutions.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { CASE_FORMAT, saveCase } from "../src/case/index.ts";
import {
  type Claim,
  CLAIM_TYPE_TABLE,
  type ClaimType,
  type ConflictEvent,
  type DocumentRecord,
  type Entity,
} from "../src/ontology/index.ts";
import { compareBy, compareText, sha256, slug, VERSION } from "../src/shared/index.ts";

/** How the names of CAMEO events begin, for each type; the longest beginning that fits decides. */
const BEGINNINGS: Readonly<Partial<Record<ClaimType, readonly string[]>>> = {
  attack: [
    "Abduct, hijack",
    "Assassinate",
    "Attempt to assassinate",
    "Carry out",
    "Conduct suicide",
    "Destroy property",
    "Detonate",
    "Engage in ethnic cleansing",
    "Engage in mass",
    "fight with",
    "Impose blockade",
    "Kill",
    "Occupy territory",
    "Physically assault",
    "Sexually assault",
    "Torture",
    "Use as human shield",
    "Use chemical",
    "Use conventional",
    "Use unconventional",
    "Violate ceasefire",
  ],
  mobilize: ["Demonstrate military", "Increase", "Mobilize"],
  withdraw: ["Declare truce", "Demobilize", "Ease", "Expel or withdraw", "Receive", "Retreat", "Return"],
  coerce: [
    "Arrest",
    "Ban",
    "Coerce",
    "Confiscate",
    "Expel or deport",
    "find guilty",
    "Impose administrative",
    "Impose curfew",
    "Impose restrictions",
    "Impose state",
    "Seize",
    "Use tactics",
  ],
  sanction: ["Halt", "Impose embargo", "Reduce"],
  protest: [
    "Conduct hunger strike",
    "Conduct strike",
    "Demonstrate",
    "Engage in political dissent",
    "Engage in violent protest",
    "Obstruct",
    "Protest",
  ],
  aid: ["Grant asylum", "Provide"],
  cooperate: ["Cooperate", "Engage in judicial", "Engage in material", "Share"],
  agree: ["Engage in diplomatic", "Express intent", "Grant diplomatic", "Sign"],
  consult: ["Consult", "Discuss", "Engage in negotiation", "Host", "Make a visit", "Mediate", "Meet"],
  investigate: ["Investigate"],
  "claim-responsibility": ["Acknowledge"],
  deny: ["Deny"],
  accuse: ["Accuse", "Bring lawsuit", "Complain"],
  condemn: ["Criticize", "Rally opposition"],
  threaten: ["Give ultimatum", "Threaten"],
  demand: ["Appeal", "Demand", "Make an appeal"],
  reject: ["Defy", "Refuse", "Reject", "Veto"],
  support: ["Apologize", "Defend", "Express accord", "Forgive", "Praise", "Rally support"],
  concede: ["Accede", "Yield"],
};
const BY_LENGTH = Object.entries(BEGINNINGS)
  .flatMap(([type, beginnings]) => beginnings.map((beginning) => ({ type: type as ClaimType, beginning })))
  .sort(compareBy(({ beginning }) => -beginning.length));

interface Row {
  readonly subject: string;
  readonly event: string;
  readonly object: string;
  readonly day: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { case: { type: "string" }, publisher: { type: "string", default: "ICEWS" } },
});
const [table] = positionals;
if (!table || !values.case) throw new Error("usage: case-from-event-table.ts TABLE.tsv[.gz] --case FOLDER");
const records = recordsOf(readRows(table), values.publisher);
await saveCase(values.case, records, {
  format: CASE_FORMAT,
  riposte: VERSION,
  packs: [],
  extractor: { name: "event-table", version: "1" },
  inputs: {},
  skipped: [],
  notices: [],
  synthetic: false,
});
console.error(`${records.claims.length} claims, ${records.events.length} events → ${values.case}`);

function readRows(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap((line) => {
    const [subject, event, object, day] = line.split("\t");
    return subject && event && object && day ? [{ subject, event, object, day }] : [];
  });
}

function recordsOf(rows: readonly Row[], publisher: string) {
  const byDay = new Map<string, Row[]>();
  for (const row of rows) {
    const sameDay = byDay.get(row.day);
    if (sameDay) sameDay.push(row);
    else byDay.set(row.day, [row]);
  }
  const idOf = ids(rows.flatMap(({ subject, object }) => [subject, object]));
  const documents: DocumentRecord[] = [];
  const claims: Claim[] = [];
  for (const [day, sameDay] of [...byDay].sort(compareBy(([each]) => each))) {
    const id = `${slug(publisher)}-${day}`;
    const sentences = sameDay.map((row) => `${row.subject}: ${row.event}: ${row.object}.`);
    const text = sentences.join("\n");
    documents.push({ id, language: "en", published: day, publisher, text, sha256: sha256(text) });
    let start = 0;
    sameDay.forEach((row, i) => {
      const sentence = sentences[i] ?? "";
      claims.push(claimOf(row, id, start, sentence, idOf));
      start += sentence.length + 1;
    });
  }
  const events = claims
    .filter(({ type }) => CLAIM_TYPE_TABLE[type].kind === "action")
    .map((claim) => eventOf(claim, publisher));
  return { documents, claims, entities: entitiesOf(idOf), events, relations: [], judgements: [] };
}

/** A readable id for each name; names that read alike get a number. */
function ids(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    [...new Set(names)].sort(compareText).map((name) => {
      const plain = slug(name) || "unnamed";
      const count = (taken.get(plain) ?? 0) + 1;
      taken.set(plain, count);
      return [name, count === 1 ? plain : `${plain}-${count}`];
    }),
  );
}

function claimOf(
  { subject, event, object, day }: Row,
  document: string,
  start: number,
  sentence: string,
  idOf: ReadonlyMap<string, string>,
): Claim {
  const type = BY_LENGTH.find(({ beginning }) => event.startsWith(beginning))?.type ?? "announce";
  const [doer, other] = [idOf.get(subject) ?? subject, idOf.get(object) ?? object];
  const isAction = CLAIM_TYPE_TABLE[type].kind === "action";
  const end = start + sentence.length;
  return {
    id: `${document}:${start}-${end}:${type}`,
    document,
    evidence: { start, end, text: sentence },
    type,
    agent: isAction ? [doer] : [],
    target: [other],
    place: [],
    source: [],
    speaker: isAction ? [] : [doer],
    origin: [],
    destination: [],
    time: { start: day, end: day },
    instrument: [],
    modality: "asserted",
    inferred: [],
    about: [],
    responseTo: [],
    mentions: [],
    extractor: { name: "event-table", version: "1", rule: event },
    confidence: 1,
  };
}

function eventOf({ id, type, agent, target, time, document }: Claim, publisher: string): ConflictEvent {
  return {
    id: `ev:${id}`,
    type,
    claims: [id],
    agent,
    target,
    place: [],
    ...(time && { time }),
    modality: "asserted",
    responseTo: [],
    partOf: [],
    fields: {},
    documents: [document],
    sources: [`publisher:${publisher.toLowerCase()}`],
    confidence: 1,
  };
}

function entitiesOf(idOf: ReadonlyMap<string, string>): Entity[] {
  const countries = new Set(
    [...idOf.keys()].flatMap((name) => /^Citizen \(([^()]+)\)$/.exec(name)?.[1] ?? []),
  );
  return [...idOf].map(([name, id]) => ({
    id,
    type: countries.has(name) ? "Country" : "Institution",
    name,
    names: { en: name },
    aliases: [],
  }));
}
