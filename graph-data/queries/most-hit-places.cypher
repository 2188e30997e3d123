/*
title:
  fr: Lieux les plus frappés
  en: Places struck most
question:
  fr: Quels lieux et bases sont frappés le plus souvent ?
  en: Which places and bases are struck most often?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)-[r:AT|TARGET]->(p:Entity)
WHERE e.type IN ['attack', 'retaliation'] AND e.factual AND e.confidence >= $minConfidence
  AND (p:Place OR p:Base OR p:Facility)
RETURN p.name AS place, p.type AS type, count(DISTINCT e) AS events, p.latitude AS latitude, p.longitude AS longitude
ORDER BY events DESC, place LIMIT $limit
