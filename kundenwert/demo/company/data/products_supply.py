"""Chemicals, work safety, electrical, sanitary, roof, garden, winter, services. Format: `products_fixing`."""

from __future__ import annotations

SUPPLY = """
== Chemie
7510 Silikon 310 ml {}|Stück|50|shk maler beschlag chemie allg|18
transparent=5.40; weiß=5.40; grau=5.40; anthrazit=5.60
7515 Acryl 310 ml {}|Stück|52|maler trocken chemie|18
weiß=2.90; grau=2.95; Struktur weiß=3.60
7520 Montagekleber {}|Stück|46|holz trocken beschlag chemie|13
Hybrid weiß 290 ml=8.90; Hybrid transparent 290 ml=9.40; Lösemittelfrei 310 ml=4.80
7525 PU-Schaum {}|Stück|43|bau beschlag holz chemie|14
1K Handdose 750 ml=6.90; 1K Pistolendose 750 ml=7.40; 2K Zargenschaum 400 ml=11.80; Reiniger 500 ml=5.60
7530 Holzleim D3 {}|Stück|44|holz beschlag chemie|7
750 g=7.80; 5 kg=34.90; 10 kg=62.00
7535 {}|Stück|54|metall allg chemie|15
Rostlöser-Spray 400 ml=4.90; Bremsenreiniger 500 ml=3.20; Silikonspray 400 ml=5.40
Zinkspray 400 ml=7.60; Schneidöl-Spray 400 ml=6.80; Kontaktspray 400 ml=5.90
7540 {}|Liter|38|metall chemie garten|6
Sägekettenöl=3.90; Hydrauliköl HLP 46=4.60; Kühlschmierstoff Konzentrat=9.80
7545 {}|Liter|49|putz maler chemie|10
Universalreiniger=3.40; Grundreiniger=5.20; Nitroverdünnung=4.10; Sanitärreiniger=3.90
7550 {}|Liter|40|maler bau|13
Dispersionsfarbe weiß=4.20; Tiefengrund=2.80; Fassadenfarbe weiß=7.90; Buntlack seidenmatt=18.60
Rostschutzgrund grau=14.80
7555 {}|Stück|37|trocken maler bau|11
Fugenfüller 25 kg=18.90; Flächenspachtel 20 kg=24.60; Reparaturmörtel 25 kg=21.40
Fliesenkleber flex 25 kg=19.80
== Arbeitsschutz
8010 Montagehandschuh {}|Pack|48|schutz allg|24
Gr. 8, 12 Paar=22.80; Gr. 9, 12 Paar=22.80; Gr. 10, 12 Paar=22.80; Gr. 11, 12 Paar=23.60
8015 Schutzhandschuh {}|Pack|45|schutz winter garten metall|10
Schnittschutz Stufe D, 6 Paar=38.40; Winter gefüttert, 6 Paar=34.80; Nitril Einweg, 100 St.=11.90
8020 {}|Pack|43|schutz trocken maler|10
Atemschutzmaske FFP2, 20 St.=14.80; Atemschutzmaske FFP3 mit Ventil, 10 St.=24.90; Halbmaske A2P3=36.80
8025 {}|Stück|47|schutz metall allg|11
Schutzbrille klar=4.90; Schutzbrille getönt=5.80; Kapselgehörschutz=18.60
Gehörschutzstöpsel, 200 Paar=24.80
8030 Sicherheitsschuh S3 {}|Stück|36|schutz bau allg|9
Gr. 41=74.90; Gr. 42=74.90; Gr. 43=74.90; Gr. 44=74.90; Gr. 45=74.90
8035 {}|Stück|38|schutz bau garten|8
Bundhose Gr. 50=48.90; Bundhose Gr. 52=48.90; Warnweste EN ISO 20471=5.90
Warnschutzjacke Gr. L=79.00; Regenjacke Gr. XL=42.80
8040 {}|Stück|34|dach schutz bau|5
Schutzhelm 6-Punkt=16.80; Auffanggurt=98.00; Höhensicherungsgerät 10 m=298.00
Verbindungsmittel mit Falldämpfer=74.00
8045 {}|Stück|35|schutz putz allg|4
Betriebsverbandkasten DIN 13157=38.90; Pflasterspender=24.60; Augenspülflasche 500 ml=16.40
== Elektro, Sanitär und Dach
8510 {}|Stück|36|elektro|20
Schalterdose tief, 25 St.=14.90; Abzweigdose IP54=2.40; Verbindungsklemme 3-polig, 50 St.=18.60
Isolierband schwarz=1.60
8515 Mantelleitung NYM-J {}|Meter|24|elektro|17
3 × 1,5 mm²=0.89; 3 × 2,5 mm²=1.36; 5 × 1,5 mm²=1.48; 5 × 2,5 mm²=2.28
8520 {}|Stück|46|shk|15
Hanf 80 g=5.60; Gewindedichtband 12 m=1.90; Dichtungssortiment 300-teilig=28.40
Gewindedichtfaden 150 m=13.90
8525 {}|Stück|35|dach|15
Unterspannbahn 75 m²=98.00; Nageldichtband 30 m=19.80; Firstrolle 5 m=29.60
Anschlussband Blei-frei 5 m=64.00; Sturmklammer, 100 St.=38.90
8530 Trockenbauprofil 2,6 m {}|Stück|29|trocken|20
CW 50=5.90; CW 75=7.20; UW 50=5.40; CD 60/27=4.80; UD 28/27=3.90
8535 Montageschiene 2 m {}|Stück|35|shk elektro metall|9
27/18=6.40; 38/40=11.80; 41/41=13.90
== Garten und Winter
8710 {}|Stück|37|garten privat|9
Spaten mit T-Griff=29.80; Laubrechen verstellbar=16.90; Schaufel Frankfurter Form=18.60
Astschere Bypass=32.40
8715 {}|Stück|42|garten|14
Bindedraht 50 m=3.90; Unkrautvlies 1 × 25 m=24.60; Erdanker 30 cm, 10 St.=12.80; Baumband 5 m=6.90
Gartenschlauch 3/4" 25 m=42.80
8720 {}|Stück|40|garten|9
Sägekette 3/8" 40 cm=19.80; Mähfaden 2,4 mm, 90 m=14.60; Zweitaktöl 1 l=9.80
8725 {}|Stück|34|winter|20
Streusalz 25 kg=7.90; Streugranulat 25 kg=6.80; Schneeschieber 50 cm=24.90
Eiskratzer mit Besen=5.60; Streuwagen 20 l=129.00
8730 {}|Stück|47|putz winter allg|12
Saalbesen 60 cm=17.80; Müllsack 120 l, 25 St.=6.40; Mikrofasertuch, 10 St.=8.90
Wischbezug 50 cm=5.80; Putztuchrolle, 2 St.=24.80
== Fachbücher
8910 Handbuch {}|Stück|30|allg holz bau|1
Befestigungstechnik, 4. Auflage=39.25; Arbeitssicherheit auf der Baustelle=28.04
== Dienstleistungen
9010 Schleifservice {}|Stück|52|holz metall|9
Kreissägeblatt bis Z48=12.80; Kreissägeblatt ab Z60=18.60; Hobelmesser je 100 mm=4.90; Sägekette=8.50
9020 Tagesmiete {}|Stück|48|bau garten trocken shk|6
Kernbohrgerät=68.00; Rüttelplatte 90 kg=49.00; Abbruchhammer 16 kg=44.00; Bautrockner=24.00
9030 {}|Stunde|42|allg metall bau|3
Gerätereparatur=68.00; Prüfung ortsveränderlicher Geräte=58.00; Schließanlage montieren=72.00
9040 Schulung {}|Stunde|45|schutz bau dach|1
Dübeltechnik vor Ort=95.00; Absturzsicherung Anwender=110.00
9050 {}|Stück|30|allg|5
Expresszustellung=14.90; Baustellenanlieferung mit Kran=85.00; Regalbestückung C-Teile=48.00
"""
