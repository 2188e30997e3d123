/** Words of English war reports and their forms. */
import { type Tree, word } from "./tree.ts";

export type VerbForm = "Fin" | "Ger" | "Inf" | "Part";

const listOf = (words: string): readonly string[] => words.split(" ");

/** Past tense and participle where they differ from -ed, or from each other. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  strike: ["struck", "struck"],
  hit: ["hit", "hit"],
  shoot: ["shot", "shot"],
  retake: ["retook", "retaken"],
  overrun: ["overran", "overrun"],
  shut: ["shut", "shut"],
  send: ["sent", "sent"],
  withdraw: ["withdrew", "withdrawn"],
  set: ["set", "set"],
  put: ["put", "put"],
  hold: ["held", "held"],
  lose: ["lost", "lost"],
  leave: ["left", "left"],
  take: ["took", "taken"],
  lead: ["led", "led"],
  meet: ["met", "met"],
  fall: ["fell", "fallen"],
  flee: ["fled", "fled"],
  fly: ["flew", "flown"],
  say: ["said", "said"],
  tell: ["told", "told"],
  drive: ["drove", "driven"],
  cut: ["cut", "cut"],
  win: ["won", "won"],
  give: ["gave", "given"],
  break: ["broke", "broken"],
  blow: ["blew", "blown"],
  find: ["found", "found"],
  bring: ["brought", "brought"],
  build: ["built", "built"],
  tear: ["tore", "torn"],
  throw: ["threw", "thrown"],
  seek: ["sought", "sought"],
  fight: ["fought", "fought"],
  sink: ["sank", "sunk"],
  see: ["saw", "seen"],
  keep: ["kept", "kept"],
};
export const ACTS = listOf(
  "strike hit shoot shell bomb attack storm raid ambush seize capture retake overrun kill wound injure arrest detain abduct kidnap free release destroy burn torch damage down intercept repel target besiege block close shut evacuate pound strafe flatten level raze loot execute behead recover surround shield rescue bury disarm dismantle clear search occupy cross enter defend hold lose leave take cut break sink bombard rocket mine patrol secure encircle rout hang disperse jail free",
);
export const SPEECH_ACTS = listOf(
  "condemn denounce deny reject dismiss confirm welcome praise thank blame accuse criticise suspend sign host summon expel sanction back arm train fund supply protest investigate probe announce hail deplore blast slam downplay dispute contradict",
);
export const SENDING = listOf(
  "deploy send dispatch move withdraw pull redeploy fly bring deliver transfer rush",
);
export const FIRING = listOf("fire launch drop throw lob hurl detonate plant");
export const MOVES = listOf(
  "land fall explode crash roll march flee retreat advance clash die perish arrive answer retaliate return fly collapse surrender sail drive gather demonstrate fight",
);
export const SAYING = listOf(
  "say announce claim confirm report add warn allege admit insist declare state acknowledge stress maintain argue",
);
export const ADDRESSING = listOf("order urge ask warn tell instruct call allow force press invite advise");
export const PROMISING = listOf(
  "vow promise threaten pledge refuse agree decide try continue begin offer fail plan manage",
);
export const PARTIES = listOf(
  "soldiers troops militants rebels gunmen insurgents fighters militiamen warplanes jets drones helicopters forces police officers commandos guards raiders bandits jihadists separatists paramilitaries marines peacekeepers engineers snipers gunners pilots settlers protesters demonstrators villagers assailants attackers tanks gunboats howitzers officials authorities medics residents witnesses prosecutors ministers diplomats observers inspectors envoys",
);
export const BODIES = listOf(
  "army military government ministry coalition militia group movement front junta navy garrison battalion brigade patrol convoy command council party commission court police parliament mission presidency faction column",
);
export const THINGS = listOf(
  "base barracks camp outpost checkpoint village town market hospital school bridge airport airfield depot warehouse convoy vehicle truck ship tanker house mosque church embassy station refinery pipeline dam road crossing headquarters compound position clinic harbour ambulance tower drone helicopter tank bus patrol column post bunker",
);
export const SUFFERERS = listOf(
  "civilians soldiers people children women officers fighters militants policemen villagers workers passengers hostages prisoners journalists students guards shepherds fishermen farmers suspects captives rebels troops migrants pilgrims nurses traders",
);
export const MISSILES = listOf(
  "rockets missiles shells mortars bombs grenades drones bullets projectiles rounds shots",
);
export const EVENTS = listOf(
  "attack raid strike bombing shelling ambush clash assault explosion operation offensive blast air strike killing abduction blockade siege withdrawal ceasefire",
);
export const ADJECTIVES = listOf(
  "armed heavy local senior military suspected unidentified masked government-backed regional wounded key nearby main federal joint local former rival pro-government southern northern eastern western",
);
export const COMPOUNDS = listOf(
  "police army government border security air navy rebel militia opposition interior defence ground artillery police military gunship supply fuel ammunition refugee",
);
export const DEMONYMS = listOf(
  "Turkish Russian Israeli Syrian Malian Ethiopian Kurdish Iraqi Iranian Ukrainian Sudanese Chinese Pakistani Indian American French Congolese Rwandan Colombian Libyan Afghan Serbian Georgian Egyptian Kenyan",
);
export const OFFICES = listOf(
  "spokesman spokeswoman leader commander minister governor mayor chief president general envoy prosecutor director ambassador secretary chairman head",
);
export const TITLES =
  "President Colonel General Prime\u00a0Minister Governor Captain Sheikh Commander Lieutenant Major"
    .split(" ")
    .map((t) => t.replace("\u00a0", " "));
export const NUMBERS = listOf(
  "two three four five six seven eight nine ten eleven twelve 3 4 7 12 14 17 20 26 30 45 60 120 200",
);
export const TIMES = [
  "on Monday",
  "on Tuesday",
  "on Wednesday",
  "overnight",
  "on 12 May",
  "last week",
  "on Friday morning",
  "yesterday",
  "two days later",
  "at dawn",
  "late on Sunday",
  "this week",
  "on Thursday night",
  "in March",
  "in 2019",
  "earlier this month",
];
export const PLACES_LED = ["in", "near", "outside", "at", "around", "north of", "south of"];

/** "a" or "an" by the word that the phrase begins with. */
export const article = (phrase: Tree, definite: boolean): Tree => {
  const first = phrase.before[0]?.tree.form ?? phrase.form;
  return word(definite ? "the" : /^[aeiou]/iu.test(first) ? "an" : "a", "DET");
};

const DOUBLED =
  /^(?:stab|plan|drop|hit|shut|set|put|cut|run|rob|slam|win|stop|ban|pin|admit|expel|patrol|repel|refer|rebel)$/u;
const stemOf = (lemma: string): string =>
  lemma.endsWith("e") && !lemma.endsWith("ee")
    ? lemma.slice(0, -1)
    : DOUBLED.test(lemma)
      ? lemma + lemma.slice(-1)
      : lemma;
const regular = (lemma: string): string =>
  /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stemOf(lemma).replace(/e$/u, "")}ed`;
const gerund = (lemma: string): string => (lemma === "flee" ? "fleeing" : `${stemOf(lemma)}ing`);

/** The verb in one of its forms; finite ones are in the past. */
export function inflected(lemma: string, form: VerbForm): Tree {
  const [past, participle] = IRREGULAR[lemma] ?? [regular(lemma), regular(lemma)];
  const spelled = { Fin: past, Part: participle, Inf: lemma, Ger: gerund(lemma) }[form];
  return word(spelled, `VERB.${form}`);
}
