/*
title:
  fr: Événements qui reposent sur une seule source
  en: Events that rest on one source
question:
  fr: Quels événements datés ne reposent que sur une source indépendante ?
  en: Which dated events rest on one independent source only?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 50
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)<-[:ABOUT]-(c:Claim)-[:IN]->(d:Document)
WHERE e.factual AND e.independentSources = 1 AND e.confidence >= $minConfidence
RETURN e.date AS date, e.title AS event, d.publisher AS outlet, count(DISTINCT c) AS claims
ORDER BY date, event, outlet LIMIT $limit
