/*
title:
  fr: Attaques restées sans réponse
  en: Attacks left unanswered
question:
  fr: Quelles attaques d’auteur nommé ne trouvent aucune réponse dans les rapports ?
  en: Which attacks by a named author find no answer in the reports?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 50
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)-[:AGENT]->(a:Entity)
WHERE e.type = 'attack' AND e.factual AND e.confidence >= $minConfidence AND NOT (e)<-[:RESPONSE_TO]-()
WITH e, a ORDER BY a.name
RETURN e.date AS date, e.title AS event, collect(DISTINCT a.name) AS by
ORDER BY date, event LIMIT $limit
