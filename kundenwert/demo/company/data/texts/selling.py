"""Quotes, follow-ups, visits and new business. Slots: see the package."""

from __future__ import annotations

SELLING = """
== quote mail in owner
Anfrage {p}|Guten Tag, wir planen ein größeres Vorhaben und bitten um ein Angebot über {viel} {p}.
Bitte um Angebot|Hallo, können Sie uns für {p} und {p2} einen Projektpreis machen? Lieferung in mehreren
  Teilen.
Preisanfrage|Wir vergleichen gerade mehrere Anbieter für {p}. Bitte Ihren besten Preis bis {tag}.
Anfrage Jahresbedarf|Für das kommende Jahr brauchen wir feste Preise, vor allem bei {p}. Bitte um Ihr Angebot.
== quote mail out owner
Angebot {p}|Guten Tag {wer}, anbei unser Angebot über {viel} {p}. Die Preise gelten vier Wochen.
Ihr Projektpreis|Guten Tag {wer}, für die angefragte Menge {p} können wir {prozent} % Nachlass anbieten.
  Lieferung frei Baustelle.
Überarbeitetes Angebot|Guten Tag {wer}, wie besprochen haben wir {p2} ergänzt und den Preis für {p} angepasst.
Muster und Preise|Guten Tag {wer}, das Muster {p} ist unterwegs. Den Staffelpreis finden Sie im Anhang.
Angebot Rahmenvertrag|Guten Tag {wer}, anbei der Entwurf zum Rahmenvertrag mit festen Preisen für zwölf
  Monate.
== quote call out owner
Angebot nachgefasst|{wer} hat das Angebot zu {p} erhalten, Entscheidung fällt bis {tag}.
Nachfassen Angebot|Mit {wem} über das Angebot gesprochen. Preis passt, Liefertermin ist noch zu klären.
Angebot besprochen|{wer} hat ein günstigeres Angebot vorliegen. Mit {prozent} % Nachlass auf {p} wäre der
  Auftrag sicher.
Zusage am Telefon|{wer} nimmt das Angebot über {p} an. Schriftliche Bestellung folgt.
Absage zum Angebot|{wer} hat sich bei {p} anders entschieden, Lieferzeit war ausschlaggebend. Beim nächsten
  Projekt wieder anfragen.
== quote note - owner
Angebot kalkuliert|{p} mit {prozent} % Nachlass gerechnet, Marge noch vertretbar. Freigabe durch {kollege}
  liegt vor.
Wettbewerb im Projekt|Laut {wem} bieten zwei weitere Händler für {p}. Entscheidung nach Preis und Liefertreue.
== visit visit - owner
Kundenbesuch {ort}|Bedarf mit {wem} durchgesprochen. Schwerpunkt bleibt {p}; Interesse auch an {p2}.
Jahresgespräch|Umsatz und Konditionen mit {wem} besprochen. Bonus ab dem nächsten Jahr gestaffelt, Protokoll
  folgt.
Werkstattbesuch|Lagerregal aufgenommen, drei Fächer falsch bestückt. {wer} wünscht Regalservice alle vier
  Wochen.
Vorführung|Vorführung mit zwei Gesellen, Gerät bleibt zur Probe bis {tag}. {wer} will danach entscheiden.
Baustellenbesuch|Baustelle in {ort} besucht. Dort fehlt {p}, Bestellung läuft über das Büro.
Besuch ohne Termin|{wer} war kurz frei. Zufrieden mit der Belieferung, wünscht sich längere Thekenzeiten.
Neue Halle besichtigt|{firma} baut an, ab Frühjahr wächst der Bedarf an {p}. Bedarfsliste kommt von {wem}.
Sortiment bereinigt|Mit {wem} Artikel im Lager verdichtet: {p} bleibt, zwei Sonderlängen entfallen.
Preisgespräch|{wer} fordert bessere Preise bei {p}. {prozent} % zugesagt, dafür Bündelung der Bestellungen.
Schulungstermin vereinbart|Dübelschulung für acht Leute am {tag} abgestimmt. Raum und Beamer sind vorhanden.
Besuch mit Fachberater|Mit {kollege} vor Ort. Arbeitsschutz komplett aufgenommen, Angebot folgt diese Woche.
Kurzer Besuch|Katalog und Muster {p} übergeben. {wer} meldet sich, sobald der Auftrag in {ort} sicher ist.
== acquisition call out owner
Erstgespräch|{firma} kauft bisher beim örtlichen Händler. {wer} ist offen für ein Vergleichsangebot über {p}.
Kaltakquise|{wer} hatte wenig Zeit, Unterlagen per Mail erbeten. Wiedervorlage {tag}.
Telefonat Neukunde|Bedarf geklärt: vor allem {p}. {wer} möchte einen Besuch, Termin {tag} vereinbart.
Kein Interesse zurzeit|{wer} ist vertraglich gebunden, ab Jahresende wieder sprechen.
Nachfassen Messekontakt|{wer} erinnert sich an den Stand. Muster von {p} gewünscht.
Rückruf vereinbart|Nur die Zentrale erreicht. {wer} ist am {tag} wieder im Haus.
Entscheider ermittelt|Einkauf läuft über {wem}. Derzeit zwei Lieferanten, Liefertreue ist das Hauptthema.
== acquisition mail out owner
Vorstellung Ankerloh|Guten Tag {wer}, wie telefonisch besprochen stelle ich Ihnen unser Sortiment vor. Ich
  freue mich auf Ihre Rückmeldung.
Unterlagen für {firma}|Guten Tag {wer}, anbei Katalog und Preisliste für Neukunden. Der erste Auftrag ist
  frachtfrei.
Terminvorschlag|Guten Tag {wer}, gern komme ich am {tag} bei Ihnen in {ort} vorbei. Passt Ihnen der Vormittag?
Nachfrage zu den Mustern|Guten Tag {wer}, haben die Muster {p} gepasst? Ich rufe in den nächsten Tagen kurz
  an.
== acquisition visit - owner
Erstbesuch|Betrieb besichtigt, gut organisierte Werkstatt. {wer} würde bei {p} mit uns starten.
Antrittsbesuch|Vorgestellt und Katalog übergeben. Bisheriger Lieferant kommt nur noch selten, Chance gut.
Bedarfsanalyse|C-Teile-Regal angeboten. {wer} rechnet intern und gibt bis {tag} Bescheid.
== acquisition mail in owner
Anfrage als Neukunde|Guten Tag, wir suchen einen Lieferanten für {p}. Bitte senden Sie uns Unterlagen und
  Konditionen.
Kundenkonto|Hallo, wir möchten bei Ihnen auf Rechnung kaufen. Was brauchen Sie dafür von uns?
Empfehlung eines Kollegen|Ein Kollege hat Sie empfohlen. Haben Sie {p} auf Lager, und liefern Sie nach {ort}?
== acquisition note - owner
Potenzial eingeschätzt|Etwa zehn Mitarbeiter, zwei Fahrzeuge. Potenzial bei {p} gut, Besuch einplanen.
Adresse geprüft|Firma besteht, Inhaberwechsel im letzten Jahr. Ansprechpartner jetzt {wer}.
"""
