"""Marketing, management, evaluation and birthdays. Slots: see the package."""

from __future__ import annotations

HOUSE = """
== marketing mail out marketing
Aktion des Monats|Guten Tag {wer}, bis Monatsende erhalten Sie {prozent} % auf ausgewählte Artikel, darunter
  {p}.
Neuer Katalog|Guten Tag {wer}, der neue Katalog ist da. Auf über 900 Seiten finden Sie unser ganzes Lager,
  von der Schraube bis zum Bohrhammer.
Einladung Hausmesse|Guten Tag {wer}, wir laden Sie zur Hausmesse nach Lüneburg ein. Vorführungen,
  Grillwürste und Messepreise inklusive.
Umfrage zur Zufriedenheit|Guten Tag {wer}, wie zufrieden sind Sie mit uns? Drei Fragen, eine Minute. Vielen
  Dank für Ihre Antwort.
Jetzt vorsorgen|Guten Tag {wer}, die Saison beginnt. Sichern Sie sich {p} zum Frühbezugspreis.
Tipps aus der Werkstatt|Guten Tag {wer}, in dieser Ausgabe: richtig dübeln in Lochstein und welche Dübel
  sich eignen.
Onlineshop|Guten Tag {wer}, im Onlineshop sehen Sie jetzt Ihre eigenen Preise und den Bestand von {p}.
Schulungsprogramm|Guten Tag {wer}, die Termine für Dübeltechnik und Absturzsicherung stehen fest. Anmeldung
  bis {tag}.
== marketing letter out marketing
Katalog verschickt|Hauptkatalog mit persönlichem Anschreiben und Preisliste an {wen} geschickt.
Einladung zur Hausmesse|Persönliche Einladung mit zwei Eintrittskarten verschickt.
Treuegutschein|Gutschein über 25 Euro für die nächste Bestellung verschickt, gültig bis Jahresende.
Kalender|Wandkalender für die Werkstatt und ein Gliedermaßstab gehen an {wen}.
== marketing call out marketing
Teilnahme Hausmesse|{wer} kommt mit zwei Mitarbeitern zur Hausmesse. Namensschilder vorbereiten.
Referenz angefragt|{wer} ist bereit, als Referenz genannt zu werden. Foto und Text zur Freigabe geschickt.
Rückmeldung zur Umfrage|{wer} hat in der Umfrage 6 von 10 vergeben. Grund: Wartezeit am Telefon. An
  {kollege} weitergegeben.
== marketing note - marketing
Werbung abbestellt|Wünscht keinen gedruckten Katalog mehr, E-Mail weiterhin erlaubt.
Messekontakt|Auf der Hausmesse am Stand gewesen, Interesse an {p}. {kollege} fasst nach.
Anmeldung Schulung|Zwei Plätze in der Schulung Dübeltechnik reserviert.
Newsletter|Newsletter geöffnet und auf {p} geklickt. Hinweis an {kollege}.
== management visit - management
Jahresgespräch Geschäftsleitung|Zusammenarbeit mit {wem} besprochen. Ziel für nächstes Jahr: {prozent} %
  mehr Umsatz, dafür Bonusstaffel.
Rahmenvertrag|Rahmenvertrag über zwölf Monate mit {wem} unterschriftsreif. Feste Preise bei {p}.
Besuch beim Großkunden|Standort in {ort} besichtigt. {firma} wünscht eine Ansprechperson für alle Baustellen.
== management call out management
Gespräch Konditionen|Mit {wem} über Zahlungsziel und Bonus gesprochen. Neues Ziel: 30 Tage netto.
Entschuldigung|Wegen der verspäteten Lieferungen persönlich angerufen. {wer} nimmt es sportlich, bleibt uns
  treu.
Glückwunsch|{wem} zum Firmenjubiläum gratuliert, Präsent folgt mit {kollege}.
Projektvorschau|{wer} rechnet mit drei größeren Bauvorhaben. Bedarf an {p} rechtzeitig disponieren.
== management call in management
Beschwerde bei der Leitung|{wer} hat sich direkt gemeldet: zwei Fehllieferungen in einem Monat. {kollege}
  übernimmt, Rückmeldung bis {tag}.
Anfrage Kooperation|{wer} schlägt gemeinsame Schulungen vor. Gute Idee, Termin folgt.
Preisverhandlung|{wer} will für {p} einen Festpreis bis Jahresende. Zugesagt bei Abnahme in ganzen Paletten.
== management mail out management
Vielen Dank für Ihr Vertrauen|Guten Tag {wer}, danke für das offene Gespräch. Die besprochenen Punkte setzen
  wir bis {tag} um.
Bonusabrechnung|Guten Tag {wer}, anbei die Bonusabrechnung. Die Gutschrift erfolgt mit der nächsten Rechnung.
Rahmenvertrag Entwurf|Guten Tag {wer}, den Entwurf mit den festen Preisen für {p} finden Sie im Anhang.
== management note - management
Entscheidung Kondition|{prozent} % Sonderrabatt auf {p} genehmigt, befristet bis Jahresende.
Einschätzung|Solider Betrieb, Nachfolge geregelt. Weiter ausbauen.
Kreditlimit|Limit geprüft und bestätigt, Auskunft ohne Befund.
== analysis note - analyst
Umsatzentwicklung|Umsatz der letzten zwölf Monate geprüft, Schwerpunkt {p}. Entwicklung an {kollege} gemeldet.
Auffälligkeit|Bestellabstände zuletzt länger als üblich. Anruf durch {kollege} empfohlen.
Sortimentslücke|Kauft {p}, aber nie {p2}. Für den nächsten Besuch vorgemerkt.
Deckungsbeitrag geprüft|Nachlass auf {p} gegen Menge gerechnet, Deckungsbeitrag bleibt im Rahmen.
Datenpflege|Branche und Ansprechpartner geprüft und ergänzt.
Rücksendequote|Rücksendungen über dem Durchschnitt. Mit {kollege} Ursachen klären.
Potenzial|Vergleichbare Betriebe kaufen deutlich mehr {p}. Potenzial hoch.
ABC-Einstufung|Einstufung im Quartal geprüft und unverändert gelassen.
Saisonverlauf|Bestellt vor allem in der Saison. Frühbezug mit {p} vorschlagen.
Adressabgleich|Anschrift mit der letzten Lieferung abgeglichen, stimmt.
== analysis call out analyst
Rückfrage Bestelldaten|Mit {wem} Bestellnummern und Kostenstellen abgeglichen, zwei Zuordnungen korrigiert.
Auswertung besprochen|{wem} die Jahresauswertung erläutert. Wunsch: Aufstellung nach Baustellen.
== analysis mail out analyst
Ihre Jahresauswertung|Guten Tag {wer}, anbei die gewünschte Aufstellung Ihrer Bezüge nach Warengruppen.
Aufstellung nach Kostenstellen|Guten Tag {wer}, die Auswertung nach Kostenstellen liegt bei. Für das nächste
  Jahr richten wir sie monatlich ein.
== birthday call out owner
Geburtstagsgruß|{wem} zum Geburtstag gratuliert, hat sich sehr gefreut.
Glückwünsche|Herzliche Glückwünsche überbracht. {wer} feiert im kleinen Kreis.
== birthday mail out owner
Alles Gute zum Geburtstag|Guten Tag {wer}, das Team von Ankerloh gratuliert Ihnen herzlich und wünscht ein
  gesundes neues Lebensjahr.
Herzlichen Glückwunsch|Guten Tag {wer}, zu Ihrem Ehrentag die besten Wünsche von uns allen aus Lüneburg.
== birthday letter out owner
Geburtstagskarte|Karte mit Unterschriften vom ganzen Team verschickt.
"""
