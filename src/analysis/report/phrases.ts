/** What is counted, in words: shared by the sections. */
import type { Language } from "../../ontology/index.ts";
import type { NodeMeasure } from "../network-measures.ts";
import type { Certainty, ProjectionName, Weight } from "../projection.ts";

type Bilingual = Readonly<Record<Language, string>>;

export const PROJECTION_LABELS: Readonly<Record<ProjectionName, Bilingual>> = {
  attacks: { fr: "attaques", en: "attacks" },
  retaliations: { fr: "ripostes", en: "retaliations" },
  statements: { fr: "déclarations", en: "statements" },
  actions: { fr: "actes", en: "acts" },
  sources: { fr: "citations", en: "citations" },
};

/** Measures as a sentence names them; some go together. */
export const MEASURE_LABELS: Readonly<Record<NodeMeasure, Bilingual>> = {
  outDegree: { fr: "degrés", en: "degrees" },
  inDegree: { fr: "degrés", en: "degrees" },
  outStrength: { fr: "poids", en: "strengths" },
  inStrength: { fr: "poids", en: "strengths" },
  betweenness: { fr: "intermédiaire", en: "betweenness" },
  harmonic: { fr: "proximité", en: "closeness" },
  pageRank: { fr: "PageRank", en: "PageRank" },
  eigenvector: { fr: "entourage", en: "eigenvector centrality" },
  initiator: { fr: "scores HITS", en: "HITS scores" },
  target: { fr: "scores HITS", en: "HITS scores" },
  core: { fr: "noyaux", en: "cores" },
  component: { fr: "parties", en: "components" },
  community: { fr: "groupes", en: "groups" },
};

/** What one arc of each projection says, and what one unit of its weight is. */
export const PROJECTION_SENTENCES: Readonly<Record<ProjectionName, Bilingual>> = {
  attacks: {
    fr: "Un lien va de celui qui attaque à celui, ou au lieu, qui est attaqué ; les ripostes en font partie.",
    en: "A tie runs from who attacks to who, or what place, is attacked; answers to attacks are among them.",
  },
  retaliations: {
    fr: "Un lien va de celui qui attaque à celui qui est attaqué, pour les seules attaques que les comptes rendus présentent comme une réponse ou qui sont rattachées à un acte antérieur.",
    en: "A tie runs from who attacks to who is attacked, for those attacks only that reports present as an answer or that are linked to an earlier act.",
  },
  statements: {
    fr: "Un lien va de celui qui parle à celui qu’il accuse, menace, soutient ou interpelle ; chaque déclaration rapportée compte.",
    en: "A tie runs from who speaks to whom they accuse, threaten, support or address; every reported statement counts.",
  },
  actions: {
    fr: "Un lien va de celui qui agit à celui, ou au lieu, que l’acte vise, quel que soit l’acte : attaque, déploiement, retrait, arrestation, visite, accord, aide.",
    en: "A tie runs from who acts to whom, or what place, the act concerns, whatever the act: attack, deployment, withdrawal, arrest, visit, agreement, aid.",
  },
  sources: {
    fr: "Un lien va du média à la source qu’il cite ; chaque affirmation attribuée compte.",
    en: "A tie runs from the outlet to the source that it cites; every attributed claim counts.",
  },
};

export const WEIGHT_SENTENCES: Readonly<Record<Weight, Bilingual>> = {
  events: {
    fr: "Chaque fait compte une fois pour chaque couple qu’il relie, quel que soit le nombre de comptes rendus.",
    en: "Each event counts once for each pair that it joins, however many reports tell it.",
  },
  sources: {
    fr: "Chaque fait compte autant de fois qu’il a de sources indépendantes.",
    en: "Each event counts as many times as it has independent sources.",
  },
};

export const CERTAINTY_SENTENCES: Readonly<Record<Certainty, Bilingual>> = {
  asserted: {
    fr: "Seul ce qu’un compte rendu affirme lui-même est retenu.",
    en: "Only what a report itself asserts is kept.",
  },
  reported: {
    fr: "Est retenu ce que les comptes rendus affirment ou rapportent d’une source, sans prendre leurs distances.",
    en: "What reports assert, or relay from a source without distancing themselves, is kept.",
  },
  alleged: {
    fr: "Est retenu ce que les comptes rendus affirment, rapportent d’une source, ou disent allégué ; ce qui est hypothétique, prévu, tenté ou nié ne compte pas.",
    en: "What reports assert, relay from a source or call alleged is kept; what is hypothetical, planned, attempted or denied does not count.",
  },
  any: {
    fr: "Tout est retenu, y compris ce qui est hypothétique, prévu, tenté ou nié.",
    en: "Everything is kept, including what is hypothetical, planned, attempted or denied.",
  },
};
