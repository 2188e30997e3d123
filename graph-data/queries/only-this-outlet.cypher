/*
title:
  fr: Ce qu’un média est seul à rapporter
  en: What one outlet alone reports
question:
  fr: Que rapporte ce média qu’aucun autre ne rapporte ?
  en: What does this outlet report that no other does?
parameters:
  outlet:
    example: Canal Front
    fr: nom du média
    en: name of the outlet
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 50
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)<-[:ABOUT]-(c:Claim)-[:IN]->(d:Document)
WHERE e.factual AND e.confidence >= $minConfidence
WITH e, collect(DISTINCT d.publisher) AS outlets
WHERE size(outlets) = 1 AND toLower(head(outlets)) = toLower($outlet)
RETURN e.date AS date, e.title AS event, e.modality AS modality, e.confidence AS confidence
ORDER BY date, event, e.id LIMIT $limit
