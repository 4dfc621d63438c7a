"""Complaints, returns, repairs and technical questions. Slots: see the package."""

from __future__ import annotations

COMPLAINTS = """
== complaint call in service
Falsche Ware geliefert|{wer} meldet: Statt {p} kam eine andere Größe. Abholung am {tag}, Ersatz ist
  unterwegs ({nr}).
Fehlmenge|Zu {nr} fehlen Teile von {p}. Laut {wem} war der Karton angerissen. Nachlieferung kostenfrei
  veranlasst.
Beschädigte Verpackung|{wer} meldet Transportschaden bei {nr}. Fotos angefordert, Schadensanzeige an die
  Spedition gestellt.
Qualität beanstandet|{wer} ist mit {p} nicht zufrieden, mehrere Stücke unbrauchbar. Muster geht an die
  Qualitätsprüfung.
Gerät ausgefallen|Akku-Bohrschrauber läuft nach kurzer Zeit nicht mehr. Einsendung zur Reparatur vereinbart,
  Leihgerät angeboten.
Doppelt geliefert|{wer} hat {p} doppelt bekommen. Rückholung mit der nächsten Tour am {tag}.
Verspätete Lieferung|{wer} ärgert sich: {nr} sollte gestern da sein, die Kolonne stand. Entschuldigt,
  Frachtkosten erlassen.
Rückgabe angemeldet|{wer} möchte {menge} {p} zurückgeben, Baustelle ist fertig. Originalverpackt, Gutschrift
  zugesagt.
Preis strittig|{wer} beanstandet den Preis für {p} in {nr}. Angebot herausgesucht, Differenz wird
  gutgeschrieben.
Passt nicht|{p} passt nicht zum vorhandenen System. Mit {wem} Alternative geklärt, Umtausch zu {nr}.
== complaint mail in service
Reklamation zu {nr}|Guten Tag, bei der letzten Lieferung war {p} beschädigt. Bitte um Ersatz oder
  Gutschrift. Fotos im Anhang.
Falschlieferung|Sehr geehrte Damen und Herren, bestellt war {p}, geliefert wurde etwas anderes. Wie gehen
  wir vor?
Fehlende Position|Hallo, im Paket zu {nr} fehlt {p}. Auf dem Lieferschein ist es abgehakt. Bitte prüfen.
Rücksendung|Wir senden {menge} {p} zurück, da zu viel bestellt. Bitte um Gutschrift.
Mängelanzeige|{p} entspricht nicht der bestellten Ausführung. Wir bitten um Stellungnahme bis {tag}.
Unzufrieden mit der Lieferung|Schon das zweite Mal kam {nr} zu spät. So können wir nicht planen, bitte rufen
  Sie mich an.
== complaint mail out service
Ihre Reklamation zu {nr}|Guten Tag {wer}, es tut uns leid, dass {p} nicht in Ordnung war. Ersatz geht heute
  kostenfrei an Sie heraus.
Gutschrift zu {nr}|Guten Tag {wer}, wie besprochen schreiben wir Ihnen {p} gut. Die Gutschrift folgt mit
  getrennter Post.
Rücksendeschein|Guten Tag {wer}, anbei der Rücksendeschein zu {nr}. Unser Fahrer nimmt das Paket am {tag} mit.
Ergebnis der Prüfung|Guten Tag {wer}, das Los von {p} war tatsächlich fehlerhaft. Wir tauschen die gesamte
  Menge aus.
Entschuldigung für die Verspätung|Guten Tag {wer}, bei {nr} hat die Spedition den Termin verpasst. Die
  Fracht berechnen wir nicht.
== complaint call out service
Rückruf Reklamation|Mit {wem} über {nr} gesprochen. Ersatz ist eingetroffen, Sache erledigt, Kunde zufrieden.
Nachfrage nach Umtausch|Nachgefragt, ob {p} jetzt passt. {wer} bedankt sich für die schnelle Abwicklung.
Klärung mit Werkstatt|{wem} mitgeteilt, dass die Reparatur bis {tag} dauert. Leihgerät bleibt so lange beim
  Kunden.
Gutschrift besprochen|Mit {wem} geeinigt: {prozent} % Nachlass auf die Lieferung {nr}, Ware bleibt beim
  Kunden.
== complaint note - service
Reklamation dokumentiert|{nr}: {p} beanstandet, Fotos liegen vor. Ursache Kommissionierung, mit Lagerleitung
  besprochen.
Wiederholte Beanstandung|Zweite Reklamation in kurzer Zeit. {kollege} bitte beim nächsten Kontakt aktiv
  ansprechen.
Kulanz entschieden|Kulanz über {prozent} % zu {nr} gewährt, da langjähriger Kunde.
== support call in service
Technische Frage|{wer} fragt nach der zulässigen Last für den Rahmendübel 10 × 100 mm. Datenblatt und
  Zulassung geschickt.
Beratung Untergrund|{wer} hat Lochstein und sucht passende Befestigung. Verbundmörtel mit Siebhülse
  empfohlen, Muster geht raus.
Frage zur Verarbeitung|Wie lange muss der Verbundmörtel bei fünf Grad aushärten? Tabelle aus dem Merkblatt
  durchgegeben.
Sicherheitsdatenblatt|{wer} benötigt das aktuelle Sicherheitsdatenblatt zu {p}. Per Mail geschickt.
Ersatzteil gesucht|{wer} sucht ein Ersatzteil für ein älteres Gerät. Werkstatt fragt beim Hersteller an,
  Rückruf bis {tag}.
Reparatur anmelden|{wer} bringt am {tag} ein Gerät zur Reparatur. Kostenvoranschlag ab 50 Euro gewünscht.
Mietgerät gefragt|{wer} möchte für {tag} ein Kernbohrgerät mieten. Reserviert, Abholung ab 7 Uhr.
Schleifservice|{wer} gibt der Tour am {tag} stumpfe Sägeblätter mit. Rückgabe nach einer Woche.
== support mail out service
Datenblatt {p}|Guten Tag {wer}, anbei das technische Datenblatt. Bei Fragen melden Sie sich gern.
Kostenvoranschlag Reparatur|Guten Tag {wer}, die Reparatur kostet voraussichtlich 84 Euro netto. Dürfen wir
  sie ausführen?
Gerät abholbereit|Guten Tag {wer}, Ihr repariertes Gerät liegt in der Werkstatt bereit. Die Prüfplakette ist
  erneuert.
Prüftermin Geräte|Guten Tag {wer}, die nächste Prüfung Ihrer ortsveränderlichen Geräte ist fällig.
  Vorschlag: {tag}.
Mietvertrag|Guten Tag {wer}, anbei die Bedingungen zur Gerätemiete. Die Kaution entfällt für Kunden mit Konto.
== support visit - service
Prüfung vor Ort|Handmaschinen beim Kunden in {ort} geprüft, zwei Geräte ausgesondert. Protokoll an {wem}
  übergeben.
Einweisung Gerät|{wem} und zwei Mitarbeiter in das neue Gerät eingewiesen. Unterweisung unterschrieben.
Reklamation vor Ort geprüft|Lose Dübel auf der Baustelle angesehen. Ursache war falscher Untergrund,
  Alternative gezeigt.
Auszugsversuch|Drei Auszugsversuche im Altbau gemacht, Werte ausreichend. Protokoll folgt per Mail.
"""
