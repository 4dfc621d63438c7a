"""Orders by telephone, mail and messenger, and what follows them. Slots: see the package."""

from __future__ import annotations

ORDERING = """
== order call in inside
Telefonische Bestellung|{wer} bestellt {menge} {p}. Auftrag {nr} angelegt, Lieferung bis {tag} zugesagt.
Nachbestellung {p}|{wer} ruft von der Baustelle an und braucht Nachschub: {menge} {p}. Im Auftrag {nr}
  erfasst.
Bestellung per Telefon|Bestellung über {betrag} netto aufgenommen, siehe {nr}. {wer} wünscht Anlieferung vor
  9 Uhr.
Eilbestellung|{wer} benötigt {p} bis {tag}. Bestand geprüft, geht heute noch raus ({nr}).
Auftrag erweitert|{wer} ergänzt den Auftrag {nr} um {menge} {p}. Versandkosten entfallen dadurch.
Abholung angekündigt|{wer} holt {p} am {tag} an der Theke ab. Ware zu {nr} bereitstellen.
Bestellung und Frage nach Preis|{wer} fragt nach dem aktuellen Preis für {p} und bestellt gleich {menge}.
  Auftrag {nr}.
Menge geändert|{wer} ändert bei {nr} die Menge auf {menge} {p}. Korrigierte Bestätigung verschickt.
Wochenbedarf durchgegeben|{wer} gibt den Bedarf der Woche durch, unter anderem {p} und {p2}. Erfasst als {nr}.
Anruf vom Vorarbeiter|Der Vorarbeiter hat bestellt, {wer} bestätigt die Menge: {menge} {p}. Lieferung direkt
  auf die Baustelle, {nr}.
== order mail in inside
Bestellung {p}|Guten Tag, bitte liefern Sie uns {menge} {p} an die bekannte Adresse. Mit freundlichen Grüßen
Bestellung|Hallo zusammen, wir brauchen wieder {p} und {p2}. Bitte wie beim letzten Mal. Danke und Gruß
Unsere Bestellung|Anbei unsere Bestellung, Schwerpunkt {p}. Bitte bestätigen Sie uns den Liefertermin {tag}.
Bedarf Baustelle {ort}|Für die Baustelle in {ort} benötigen wir {menge} {p}. Anlieferung bitte mit
  vorherigem Anruf.
Nachbestellung|Leider haben wir uns verschätzt: Bitte {menge} {p} nachliefern, möglichst mit der nächsten
  Tour.
Bestellung laut Telefonat|Wie eben besprochen bestellen wir {menge} {p}. Bitte unsere Kommission auf den
  Lieferschein.
Lagerauffüllung|Unser Lager wird knapp. Bitte {p} und {p2} in den üblichen Mengen schicken.
== order mail out inside
Auftragsbestätigung {nr}|Guten Tag {wer}, vielen Dank für Ihren Auftrag vom {datum} über {betrag} netto. Die
  Ware erhalten Sie voraussichtlich am {tag}.
Ihr Auftrag {nr}|Guten Tag {wer}, wir haben {p} für Sie reserviert. Der Versand erfolgt am {tag}.
Bestätigung und Rückfrage zu {nr}|Guten Tag {wer}, den Auftrag haben wir erfasst. Dürfen wir {p} als
  Teillieferung vorab schicken?
Versandmitteilung {nr}|Guten Tag {wer}, Ihre Sendung mit {p} ist heute an den Paketdienst übergeben worden.
Liefertermin {nr}|Guten Tag {wer}, {p} trifft am {tag} bei uns ein. Wir liefern am Folgetag aus.
Teillieferung zu {nr}|Guten Tag {wer}, {p2} geht heute raus, {p} folgt am {tag}. Es entstehen keine weiteren
  Frachtkosten.
Ersatzartikel zu {nr}|Guten Tag {wer}, {p} ist im Zulauf. Ein gleichwertiger Artikel ist am Lager,
  dürfen wir tauschen?
== order message in inside
Foto vom Regal|{wer} schickt ein Foto vom leeren Fach: {p}. Bestellt wurden {menge}, Auftrag {nr}.
Kurznachricht|Moin, bitte {menge} {p} mit auf die Tour legen. Danke!
Nachricht von der Baustelle|{wer} schreibt: {p} reicht nicht, bitte {menge} zusätzlich bis {tag}.
== order message out inside
Ware liegt bereit|Hallo {wer}, {p} liegt an der Theke bereit. Auftrag {nr}, wir haben bis 17 Uhr geöffnet.
Tour verspätet|Hallo {wer}, unser Fahrer kommt heute etwa eine Stunde später. Es geht um {nr}.
Lieferung zugestellt|Hallo {wer}, {nr} wurde wie vereinbart auf dem Hof abgestellt.
== delivery call in inside
Frage nach Liefertermin|{wer} fragt, wann {p} kommt. Auskunft: Lieferung am {tag}, Auftrag {nr}.
Lieferung verlegen|{wer} bittet, {nr} erst am {tag} anzuliefern, vorher ist niemand auf der Baustelle.
Andere Lieferadresse|{wer} möchte {nr} direkt nach {ort} geliefert haben. Lieferadresse nur für diesen
  Auftrag geändert.
Sendungsnummer gewünscht|{wer} braucht die Sendungsnummer zu {nr}. Per Mail nachgereicht.
Lieferschein fehlt|Zu {nr} lag kein Lieferschein bei. {wer} bekommt eine Kopie per Mail.
== delivery call out inside
Terminabsprache Anlieferung|Mit {wem} Anlieferung von {nr} für {tag} vereinbart. Entladung mit eigenem
  Stapler.
Rückstand angekündigt|{wem} mitgeteilt, dass {p} erst am {tag} kommt. Ist in Ordnung, keine Ersatzlieferung
  nötig.
Avis Spedition|Palette zu {nr} für {tag} avisiert. {wer} ist ab 7 Uhr vor Ort.
Rückfrage zur Menge|Bei {nr} nachgefragt, ob {menge} {p} stimmen. {wer} bestätigt die Menge.
== payment call in inside
Rechnungskopie|{wer} bittet um eine Rechnungskopie zu {nr}. Per Mail geschickt.
Frage zur Rechnung|{wer} vermisst den Rabatt auf {p} in der Rechnung zu {nr}. Geprüft: Kondition war
  hinterlegt, erklärt.
Skonto|{wer} fragt, bis wann bei {nr} Skonto gezogen werden kann. Auskunft gegeben: zehn Tage.
Kostenstelle nachtragen|{wer} braucht die Rechnung zu {nr} mit Kostenstelle. Neu ausgestellt und verschickt.
== payment mail out inside
Rechnung zu {nr}|Guten Tag {wer}, anbei die Rechnung über {betrag} netto. Bei Zahlung binnen zehn Tagen
  gewähren wir 2 % Skonto.
Zahlungserinnerung {nr}|Guten Tag {wer}, sicher ist es nur untergegangen: Zu {nr} konnten wir noch keinen
  Zahlungseingang feststellen.
Ihre Kontoauskunft|Guten Tag {wer}, wie gewünscht erhalten Sie die Aufstellung der offenen Posten. Fragen
  dazu gern an mich.
== payment letter out inside
Zahlungserinnerung|Sehr geehrte Damen und Herren, zu unserem Auftrag {nr} vom {datum} ist der Betrag noch
  offen. Wir bitten um Ausgleich bis {tag}.
Saldenbestätigung|Zur Abstimmung unserer Konten bitten wir Sie, den beiliegenden Saldo zu bestätigen und bis
  {tag} zurückzusenden.
"""
