/*
title:
  fr: Qui confirme les dires de qui
  en: Who confirms whom
question:
  fr: Qui confirme des événements que rapporte quel média ?
  en: Who confirms events that which outlet reports?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 30
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (who:Entity)-[r:CONFIRMED]->(e:Event)<-[:ABOUT]-(:Claim)-[:IN]->(d:Document)
WHERE r.confidence >= $minConfidence AND d.publisher IS NOT NULL
RETURN who.name AS confirming, d.publisher AS outlet, count(DISTINCT e) AS events
ORDER BY events DESC, confirming, outlet LIMIT $limit
