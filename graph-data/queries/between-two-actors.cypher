/*
title:
  fr: Tout ce qui lie deux acteurs
  en: Everything between two actors
question:
  fr: Quels actes, propos et liens les rapports donnent-ils entre ces deux acteurs ?
  en: Which acts, words and ties do the reports give between these two actors?
parameters:
  one:
    example: américaines
    fr: partie du nom de l’un
    en: part of one name
  other:
    example: Kataëb Hezbollah
    fr: partie du nom de l’autre
    en: part of the other name
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 50
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:Entity)-[r]-(b:Entity)
WHERE toLower(a.name) CONTAINS toLower($one) AND toLower(b.name) CONTAINS toLower($other) AND r.confidence >= $minConfidence
RETURN r.date AS date, startNode(r).name AS from, type(r) AS relation, endNode(r).name AS to, r.subtype AS how, r.modality AS modality, r.confidence AS confidence
ORDER BY date, from, relation, to, r.id LIMIT $limit
