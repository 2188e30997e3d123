/*
title:
  fr: Preuves d’un événement
  en: Evidence of an event
question:
  fr: Sur quelles phrases de quels rapports l’événement repose-t-il ?
  en: Which sentences of which reports does the event rest on?
parameters:
  words:
    example: omar
    fr: mots du titre, ou identifiant de l’événement
    en: words of its headline, or the id of the event
  limit:
    default: 40
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)<-[:ABOUT]-(c:Claim)-[:IN]->(d:Document)
WHERE toLower(e.title) CONTAINS toLower($words) OR toLower(e.titleEn) CONTAINS toLower($words) OR e.id = $words
RETURN e.date AS date, e.title AS event, d.publisher AS outlet, c.modality AS modality, c.text AS sentence
ORDER BY date, event, outlet, c.startOffset, c.id LIMIT $limit
