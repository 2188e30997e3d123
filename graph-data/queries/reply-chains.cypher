/*
title:
  fr: Chaînes de ripostes
  en: Chains of replies
question:
  fr: Quelles suites d’au moins trois événements se répondent ?
  en: Which runs of at least three events answer one another?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH p = (latest:Event)-[:RESPONSE_TO*2..8]->(first:Event)
WHERE NOT (first)-[:RESPONSE_TO]->() AND NOT (latest)<-[:RESPONSE_TO]-()
  AND all(r IN relationships(p) WHERE r.factual AND r.confidence >= $minConfidence)
RETURN length(p) + 1 AS events, first.date AS began, latest.date AS ended, latest.day - first.day AS days,
  [e IN nodes(p) | e.title] AS chain
ORDER BY events DESC, began, ended, chain LIMIT $limit
