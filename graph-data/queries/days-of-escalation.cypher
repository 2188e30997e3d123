/*
title:
  fr: Jours les plus chargés
  en: Busiest days
question:
  fr: Quels jours comptent le plus d’attaques, et qui y prend part ?
  en: Which days saw the most attacks, and who took part?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)
WHERE e.type IN ['attack', 'retaliation'] AND e.factual AND e.confidence >= $minConfidence AND e.date IS NOT NULL
OPTIONAL MATCH (e)-[:AGENT]->(a:Entity)
WITH e, a ORDER BY a.name
RETURN e.date AS date, count(DISTINCT e) AS attacks, collect(DISTINCT a.name) AS attackers
ORDER BY attacks DESC, date LIMIT $limit
