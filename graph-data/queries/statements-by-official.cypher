/*
title:
  fr: Déclarations par responsable
  en: Statements by official
question:
  fr: Qui s’est exprimé sur des événements, et comment ?
  en: Who spoke about events, and how?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 30
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (p:Person)-[r]->(e:Event)
WHERE r.kind = 'on-event' AND r.confidence >= $minConfidence
RETURN p.name AS person, type(r) AS said, count(DISTINCT e) AS events, min(r.date) AS first, max(r.date) AS last
ORDER BY events DESC, person, said LIMIT $limit
