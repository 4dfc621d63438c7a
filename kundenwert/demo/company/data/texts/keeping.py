"""Care of customers: regular contact, those who fade, what consumers ask. Slots: see the package."""

from __future__ import annotations

KEEPING = """
== winback call out owner
Lange nichts bestellt|{wer} angerufen, weil länger keine Bestellung kam. Auftragslage ist schwach, ab
  Frühjahr wieder mehr.
Rückgang angesprochen|{wer} kauft {p} jetzt woanders, Grund ist der Preis. Gegenangebot mit {prozent} %
  zugesagt.
Rückgewinnung|{wer} war mit der letzten Reklamation unzufrieden. Entschuldigt, Besuch für {tag} vereinbart.
Nicht erreicht|Zweimal versucht, {wen} zu erreichen. Nachricht bei der Zentrale hinterlassen.
Kein Bedarf|Laut {wem} ruht der Betrieb bis auf Weiteres. In einem halben Jahr wieder melden.
Wechsel im Einkauf|Der Einkauf liegt jetzt bei {wem}. Kennt uns noch nicht, Katalog geht raus.
Inhaber hört auf|{wer} übergibt den Betrieb zum Jahresende. Nachfolger noch offen, Kontakt halten.
Wieder im Gespräch|{wer} hat sich über den Anruf gefreut und fragt nach {p}. Angebot folgt.
== winback mail out owner
Wir vermissen Sie|Guten Tag {wer}, wir haben länger nichts voneinander gehört. Woran liegt es, und was
  können wir besser machen?
Ihr Angebot zum Wiedereinstieg|Guten Tag {wer}, auf Ihre nächste Bestellung {p} geben wir {prozent} %
  Nachlass. Das Angebot gilt vier Wochen.
Kurze Frage|Guten Tag {wer}, Sie haben früher regelmäßig {p} bezogen. Gibt es einen Grund, dass das nicht
  mehr so ist?
Neuer Ansprechpartner|Guten Tag {wer}, künftig betreue ich Sie persönlich. Gern schaue ich einmal in {ort}
  vorbei.
== winback visit - owner
Besuch zur Rückgewinnung|Offenes Gespräch mit {wem}. Liefertreue war das Problem, wir bekommen eine zweite
  Chance mit {p}.
Besuch: kaum noch Bedarf|Betrieb deutlich verkleinert, nur noch zwei Leute. Bedarf an {p} bleibt gering.
Wettbewerber im Regal|Im Lager steht jetzt ein Regal des Wettbewerbers. {wer} ist bei {p} aber
  gesprächsbereit.
== winback letter out owner
Einladung zur Hausausstellung|Sehr geehrte Damen und Herren, zu unserer Hausausstellung laden wir Sie
  herzlich ein. Am Stand zeigen wir auch {p}.
Persönliches Schreiben|Wir möchten Sie gern wieder als Kunden begrüßen und haben Ihnen ein persönliches
  Angebot beigelegt.
== winback note - owner
Kauft seltener|Bestellungen deutlich zurückgegangen. Bis {tag} anrufen und nach dem Grund fragen.
Umsatz rückläufig|{p} wurde seit Monaten nicht mehr bestellt. Mit {kollege} Vorgehen abgestimmt.
== care call out owner
Regelmäßiger Anruf|Mit {wem} kurz gesprochen, alles in Ordnung. Nächster Bedarf an {p} in etwa drei Wochen.
Bedarf abgefragt|{wer} hat volle Auftragsbücher. {p} wird im nächsten Monat knapp, Bestellung kommt.
Nachfrage nach Lieferung|{wer} ist zufrieden, die letzte Lieferung war vollständig.
Preisanpassung erläutert|{wem} die neuen Preise ab April erklärt. Bei {p} bleibt der alte Preis bis
  Quartalsende.
Neuheit vorgestellt|{wem} die neue Ausführung von {p} vorgestellt. Muster liegt der nächsten Lieferung bei.
Terminvereinbarung|Besuch bei {firma} für {tag} vereinbart.
Adresse bestätigt|Mit {wem} Anschrift und Rechnungsversand geprüft, keine Änderungen.
== care call in owner
Bitte um Rückruf|{wer} bittet um Rückruf wegen {p}. Rückruf noch am selben Tag erledigt.
Frage nach Verfügbarkeit|{wer} fragt, ob {p} kurzfristig lieferbar ist. Bestand reicht, Lieferung am
  nächsten Tag möglich.
Neuer Mitarbeiter|{wer} meldet einen neuen Ansprechpartner für das Lager. In der Kartei ergänzt.
Betriebsferien|{wer} teilt Betriebsferien mit. Lieferungen bis dahin zurückhalten.
Lob|{wer} lobt den Fahrer: immer freundlich und pünktlich. An {kollege} weitergegeben.
== care note - owner
Gesprächsnotiz|{wer} plant für das nächste Jahr einen zweiten Standort. Bedarf an {p} dürfte steigen.
Hinweis Kreditlimit|Limit nach Rücksprache mit {kollege} angehoben, zahlt pünktlich.
Beobachtung|Bestellt {p} jetzt in größeren Abständen, dafür mehr auf einmal.
Wunsch des Kunden|Rechnungen künftig nur noch elektronisch. Empfänger bleibt {wer}.
Idee für den nächsten Besuch|{p2} ansprechen: passt zum bisherigen Bedarf an {p}.
Vereinbarung festgehalten|{prozent} % auf {p} bei Abnahme ganzer Kartons, gilt bis Jahresende.
Personelles|{wer} ist ab nächstem Monat in Elternzeit, Vertretung folgt.
== care message out owner
Kurze Info|Hallo {wer}, {p} ist wieder am Lager. Soll ich etwas zurücklegen?
Termin erinnert|Hallo {wer}, ich bin am {tag} gegen 10 Uhr bei Ihnen.
Danke|Hallo {wer}, danke für das Gespräch. Das Muster {p} ist unterwegs.
== care message in owner
Rückmeldung zum Muster|Muster {p} getestet, passt. Bitte Angebot für die übliche Menge.
Terminzusage|{tag} passt, ich bin ab 8 Uhr in der Werkstatt.
Frage von unterwegs|Haben Sie {p} da? Ich könnte heute Nachmittag abholen.
== consumer call in inside
Frage zum Sortiment|{wer} fragt, ob {p} auch einzeln verkauft wird. Ja, an der Theke.
Öffnungszeiten|{wer} fragt nach den Öffnungszeiten am Samstag. Auskunft: 8 bis 12 Uhr.
Beratung Heimwerker|{wer} baut im Garten und sucht passende Schrauben. Terrassenschraube in Edelstahl
  empfohlen.
Preisfrage|{wer} vergleicht Preise für {p}. Preis inklusive Steuer genannt.
Reservierung|{p} für {wen} bis {tag} zurückgelegt.
== consumer mail in inside
Frage zu {p}|Hallo, gibt es {p} auch in anderen Größen? Viele Grüße
Rückfrage Lieferung|Guten Tag, liefern Sie auch an Privatadressen in {ort}? Was kostet der Versand?
Rechnung|Hallo, ich brauche für {p} bitte noch eine Rechnung mit ausgewiesener Steuer. Danke!
Umtausch|Hallo, ich habe {p} in der falschen Größe gekauft. Kann ich umtauschen?
== consumer mail out inside
Antwort auf Ihre Frage|Guten Tag {wer}, ja, {p} führen wir auch in anderen Größen. Eine Übersicht finden Sie
  im Anhang.
Versandkosten|Guten Tag {wer}, der Versand nach {ort} kostet 6,90 Euro, ab 150 Euro liefern wir frei.
Ihr Umtausch|Guten Tag {wer}, bringen Sie {p} mit dem Beleg einfach an der Theke vorbei.
== consumer note - inside
Thekenkunde|{wer} holt meist samstags ab und zahlt mit Karte.
Beratungswunsch|Plant einen Carport im Frühjahr, bei {p} und {p2} beraten. Material noch nicht bestellt.
"""
