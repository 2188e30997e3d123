/*
title:
  fr: Qui est nommé par quel média
  en: Naming by outlet
question:
  fr: Quels acteurs chaque média met-il en scène comme attaquant, et combien de fois ?
  en: Which actors does each outlet name as attackers, and how often?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (e:Event)-[:AGENT]->(a:Actor), (e)<-[:ABOUT]-(:Claim)-[:IN]->(d:Document)
WHERE e.type IN ['attack', 'retaliation'] AND e.factual AND e.confidence >= $minConfidence AND d.publisher IS NOT NULL
RETURN d.publisher AS outlet, a.name AS attacker, count(DISTINCT e) AS events
ORDER BY outlet, events DESC, attacker
