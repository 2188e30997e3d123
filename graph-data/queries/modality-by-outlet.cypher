/*
title:
  fr: Certitude par média
  en: Certainty by outlet
question:
  fr: "Comment chaque média présente-t-il ce qu’il rapporte : affirmé, rapporté, allégué ?"
  en: "How does each outlet put what it reports: asserted, reported, alleged?"
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (c:Claim)-[:IN]->(d:Document)
WHERE c.confidence >= $minConfidence AND d.publisher IS NOT NULL
RETURN d.publisher AS outlet, c.modality AS modality, count(*) AS claims
ORDER BY outlet, claims DESC, modality
