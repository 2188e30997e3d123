/*
title:
  fr: Sources citées par média
  en: Sources cited by outlet
question:
  fr: Quelles sources chaque média cite-t-il ?
  en: Which sources does each outlet cite?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (source:Entity)<-[:ATTRIBUTED_TO]-(c:Claim)-[:IN]->(d:Document)
WHERE c.confidence >= $minConfidence AND d.publisher IS NOT NULL
RETURN d.publisher AS outlet, source.name AS source, count(DISTINCT c) AS claims
ORDER BY outlet, claims DESC, source
