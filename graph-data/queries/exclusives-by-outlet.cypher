/*
title:
  fr: Exclusivités par média
  en: Exclusive events by outlet
question:
  fr: Combien d’événements chaque média est-il seul à rapporter ?
  en: How many events does each outlet alone report?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (e:Event)<-[:ABOUT]-(:Claim)-[:IN]->(d:Document)
WHERE e.factual AND e.confidence >= $minConfidence AND d.publisher IS NOT NULL
WITH e, collect(DISTINCT d.publisher) AS outlets
UNWIND outlets AS outlet
RETURN outlet, count(*) AS events, sum(CASE WHEN size(outlets) = 1 THEN 1 ELSE 0 END) AS alone
ORDER BY alone DESC, events DESC, outlet
