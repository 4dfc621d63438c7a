"""What contacts of a customer do there, the staff of the demo company, and what is noted about customers."""

from __future__ import annotations

POSITIONS_SMALL = """30 Inhaber/Inhaberin|Geschäftsleitung
16 Geschäftsführer/Geschäftsführerin|Geschäftsleitung
14 Meister/Meisterin|Werkstatt
12 Büroleiter/Büroleiterin|Büro
8 Bürokaufmann/Bürokauffrau|Büro
6 Vorarbeiter/Vorarbeiterin|Baustelle
6 Lagerist/Lageristin|Lager
4 Juniorchef/Juniorchefin|Geschäftsleitung
4 Auszubildender/Auszubildende|Büro"""

POSITIONS_LARGE = """12 Geschäftsführer/Geschäftsführerin|Geschäftsleitung
22 Einkäufer/Einkäuferin|Einkauf
12 Leiter Einkauf/Leiterin Einkauf|Einkauf
12 Bauleiter/Bauleiterin|Bauleitung
10 Lagerleiter/Lagerleiterin|Lager
8 Werkstattleiter/Werkstattleiterin|Werkstatt
8 Buchhalter/Buchhalterin|Buchhaltung
6 Betriebsleiter/Betriebsleiterin|Produktion
6 Fachkraft für Arbeitssicherheit/Fachkraft für Arbeitssicherheit|Arbeitsschutz
4 Instandhalter/Instandhalterin|Instandhaltung"""

POSITIONS_PUBLIC = """20 Bauhofleiter/Bauhofleiterin|Bauhof
18 Sachbearbeiter/Sachbearbeiterin|Beschaffung
14 Hausmeister/Hausmeisterin|Liegenschaften
12 Vergabestelle/Vergabestelle|Vergabe
10 Vorarbeiter/Vorarbeiterin|Grünflächen
8 Fachlehrer/Fachlehrerin|Werkstatt
8 Amtsleiter/Amtsleiterin|Tiefbauamt"""

NOTES = """Lieferung nur bis 15 Uhr, Rampe hinten im Hof.
Bitte immer Lieferschein mit Kommissionsnummer.
Zahlt zuverlässig mit Skonto.
Rechnung nur per E-Mail.
Bestellt meist telefonisch, montags vor 8 Uhr.
Werkstatt freitags ab 13 Uhr geschlossen.
Abholer, Ware an der Theke bereitlegen.
Anlieferung mit Hebebühne nötig, kein Stapler vor Ort.
Sammelrechnung zum Monatsende vereinbart.
Möchte keine Werbung per Post.
Betriebsferien jeweils erste drei Augustwochen.
Baustellenlieferung: vorher den Polier anrufen.
Rahmenvertrag Arbeitsschutz bis Jahresende.
Preise jährlich zum 1. April abstimmen.
Ansprechpartner für Reklamationen ist der Lagerleiter.
Legt Wert auf feste Ansprechpartner.
Zweitlager in der Nachbargemeinde, Adresse auf Lieferschein prüfen.
Schlüssel für die Lagerbox liegt beim Fahrer.
Übergabe an die nächste Generation für nächstes Jahr geplant.
Sehr preisbewusst, holt immer Vergleichsangebote ein.
Hat Interesse an Geräteschulung gezeigt.
Bestellnummer des Kunden muss auf die Rechnung.
Bevorzugt Lieferung in Mehrwegkisten.
Wurde auf der Hausmesse gewonnen."""

TAGS_TRADE = (
    "Meisterbetrieb Innungsmitglied Baustellenlieferung Abholer Rahmenvertrag Sammelrechnung "
    "Lagerbox Ausbildungsbetrieb"
)
TAGS_PERSON = "Abholer Newsletter Stammkunde Heimwerker Empfehlung"
TAGS_SHARED = "Newsletter Hausmesse Onlineshop Skonto Katalog"

STAFF = """m|Henning|Lüders|Außendienst Nord|sales|field
w|Katrin|Baumgartner|Außendienst Süd|sales|field
w|Wiebke|Petersen|Innendienst|sales|inside
m|Emre|Aydın|Innendienst|sales|inside
w|Jolanta|Kaczmarek|Kundenservice|service|service
m|Lennart|Ohlsen|Marketing|marketing|office
w|Friederike|Ankerloh|Geschäftsführung|management|office
m|Tobias|Rickert|Controlling und Auswertung|analyst|office"""
