"""Products to fasten with: screws, bolts, plugs, anchors, nails, fittings.

`== group`, then per family `code name|unit|margin %|tags|popularity` and its variants `size=net price; …`.
"""

from __future__ import annotations

FIXING = """
== Schrauben
1010 Spanplattenschraube TORX {} verzinkt|Pack|44|holz trocken beschlag allg|30
3,0 × 20 mm, 1000 St.=12.90; 3,5 × 30 mm, 1000 St.=15.40; 4,0 × 40 mm, 500 St.=13.20
4,0 × 50 mm, 500 St.=15.90
4,5 × 60 mm, 200 St.=10.80; 5,0 × 60 mm, 200 St.=11.90; 5,0 × 80 mm, 200 St.=14.60
6,0 × 100 mm, 100 St.=13.90
1015 Holzbauschraube Tellerkopf {} gelb verzinkt|Pack|38|holz dach bau|22
6,0 × 80 mm, 100 St.=18.40; 8,0 × 120 mm, 50 St.=19.80; 8,0 × 160 mm, 50 St.=25.60
8,0 × 200 mm, 50 St.=33.20
8,0 × 240 mm, 50 St.=41.50; 10,0 × 300 mm, 25 St.=46.90
1020 Terrassenschraube Edelstahl A2 {}|Pack|40|holz garten|12
5,0 × 50 mm, 200 St.=28.90; 5,0 × 60 mm, 200 St.=32.40; 5,0 × 70 mm, 200 St.=38.50
5,5 × 80 mm, 100 St.=27.80
1025 Schnellbauschraube phosphatiert {}|Pack|41|trocken maler bau|24
3,5 × 25 mm, 1000 St.=8.90; 3,5 × 35 mm, 1000 St.=9.80; 3,5 × 45 mm, 1000 St.=12.40
3,9 × 55 mm, 500 St.=9.90
1030 Sechskantschraube DIN 933 8.8 verzinkt {}|Pack|46|metall bau allg|20
M6 × 20, 200 St.=10.60; M8 × 25, 100 St.=9.80; M8 × 40, 100 St.=13.20; M10 × 30, 100 St.=16.90
M10 × 50, 50 St.=12.80
M12 × 40, 50 St.=15.70; M12 × 60, 50 St.=21.30; M16 × 60, 25 St.=22.80
1035 Zylinderschraube DIN 912 8.8 blank {}|Pack|47|metall|13
M5 × 16, 200 St.=11.20; M6 × 20, 200 St.=14.30; M8 × 30, 100 St.=14.90; M10 × 40, 50 St.=15.60
M12 × 50, 50 St.=24.40
1040 Sechskantmutter DIN 934 verzinkt {}|Pack|50|metall bau allg|17
M6, 500 St.=8.70; M8, 200 St.=7.60; M10, 200 St.=13.40; M12, 100 St.=11.80; M16, 50 St.=13.10
1045 Unterlegscheibe DIN 125 verzinkt {}|Pack|52|metall bau allg|17
M6, 1000 St.=7.40; M8, 500 St.=6.90; M10, 500 St.=11.60; M12, 200 St.=8.30; M16, 100 St.=9.20
1050 Bohrschraube Sechskant mit Dichtscheibe {}|Pack|39|dach metall|15
4,8 × 20 mm, 250 St.=24.80; 5,5 × 25 mm, 250 St.=29.90; 5,5 × 38 mm, 250 St.=34.60
6,3 × 50 mm, 100 St.=23.70
1055 Gewindestange DIN 976 verzinkt 1 m {}|Stück|45|metall shk elektro bau|10
M6=1.45; M8=2.10; M10=3.35; M12=4.90; M16=8.70
1060 Blechschraube DIN 7981 Linsenkopf {}|Pack|48|metall elektro shk|8
3,5 × 13 mm, 500 St.=7.80; 3,9 × 16 mm, 500 St.=9.20; 4,2 × 19 mm, 500 St.=10.90; 4,8 × 25 mm, 200 St.=8.60
== Dübel und Anker
2010 Universaldübel Nylon {}|Pack|48|bau elektro shk beschlag maler allg|28
5 × 25 mm, 100 St.=4.90; 6 × 30 mm, 100 St.=5.80; 8 × 40 mm, 100 St.=8.40; 10 × 50 mm, 50 St.=7.90
12 × 60 mm, 25 St.=8.20
2015 Gipskartondübel {}|Pack|46|trocken elektro maler shk|12
Metall mit Schraube, 50 St.=12.40; Nylon, 100 St.=13.90; Nylon mit Schraube, 50 St.=11.70
2020 Hohlraumdübel Metall {}|Pack|43|trocken elektro shk|8
M4 × 38 mm, 50 St.=16.80; M5 × 52 mm, 50 St.=19.40; M6 × 65 mm, 25 St.=15.60
2025 Rahmendübel mit Schraube {}|Pack|40|bau holz beschlag|12
8 × 80 mm, 50 St.=16.70; 10 × 100 mm, 50 St.=25.90; 10 × 135 mm, 50 St.=33.40; 10 × 160 mm, 25 St.=22.80
2030 Bolzenanker verzinkt {}|Pack|37|bau metall shk|13
M8 × 75 mm, 50 St.=24.90; M10 × 90 mm, 25 St.=19.80; M12 × 110 mm, 20 St.=24.60; M16 × 145 mm, 10 St.=26.30
2035 Verbundmörtel {}|Stück|35|bau metall holz|12
Kartusche 300 ml styrolfrei=13.90; Kartusche 410 ml Winter=19.80; Injektion 585 ml Epoxid=34.50
2040 {}|Pack|41|bau metall|7
Siebhülse 16 × 85 mm, 20 St.=14.20; Ankerstange M10 × 130, 10 St.=17.60; Ankerstange M12 × 160, 10 St.=23.90
2045 Nageldübel {}|Pack|45|trocken bau elektro|9
5 × 35 mm, 200 St.=12.90; 6 × 40 mm, 200 St.=14.60; 6 × 60 mm, 100 St.=9.90; 8 × 80 mm, 100 St.=18.20
2050 Dämmstoffdübel {}|Karton|34|maler bau|7
8 × 115 mm, 250 St.=58.90; 8 × 155 mm, 200 St.=62.40; 8 × 195 mm, 200 St.=76.80
== Nägel und Verbinder
2510 Drahtstift Senkkopf {}|Pack|36|holz bau garten|9
2,5 × 55 mm, 2,5 kg=9.80; 3,1 × 70 mm, 2,5 kg=9.60; 3,8 × 100 mm, 5 kg=17.90
2515 Streifennagel 21° {}|Karton|32|holz dach|10
2,8 × 63 mm, 3000 St.=49.80; 3,1 × 80 mm, 2500 St.=54.60; 3,1 × 90 mm, 2200 St.=58.40
2520 Balkenschuh verzinkt {}|Stück|39|holz dach|10
60 × 100 mm=2.35; 80 × 120 mm=2.90; 100 × 140 mm=3.60; 120 × 160 mm=4.70
2525 Winkelverbinder mit Rippe {}|Stück|40|holz dach garten|12
70 × 70 × 55 mm=0.98; 90 × 90 × 65 mm=1.35; 105 × 105 × 90 mm=1.95
2530 Pfostenträger feuerverzinkt {}|Stück|38|holz garten|7
71 mm, Einschlaghülse=7.90; 91 mm, Einschlaghülse=9.60; höhenverstellbar 80–140 mm=14.80
U-Form 101 mm=11.40
2535 Lochband verzinkt {}|Stück|42|holz shk elektro bau|8
12 × 0,8 mm, 10 m=5.90; 17 × 0,8 mm, 10 m=7.60; 20 × 1,0 mm, 25 m=21.80
== Beschläge
3010 Topfband 110° {}|Stück|38|beschlag|12
Mittelwand gedämpft=3.40; Eckanschlag gedämpft=3.20; Innenanschlag gedämpft=3.60
3015 Schubladenauszug Vollauszug {}|Stück|36|beschlag|9
400 mm, 30 kg=13.90; 450 mm, 30 kg=14.80; 500 mm, 30 kg=15.70; 500 mm, 50 kg=27.40
3020 Türdrückergarnitur {}|Stück|37|beschlag bau|6
Edelstahl matt Rosette BB=22.80; Edelstahl matt Rosette PZ=23.40; Aluminium Langschild PZ=16.90
3025 Profilzylinder {}|Stück|33|beschlag putz bau|7
30/30 mm=17.80; 30/40 mm=19.20; 40/40 mm mit Not- und Gefahrenfunktion=28.60
3030 Lenkrolle {}|Stück|39|beschlag metall|5
80 mm Gummi grau=7.60; 100 mm Gummi mit Bremse=12.90; 125 mm Polyamid mit Bremse=17.40
3035 Rohrschelle mit Schallschutz {}|Pack|43|shk elektro|16
15–19 mm, 50 St.=23.40; 20–25 mm, 50 St.=25.80; 32–36 mm, 50 St.=29.60; 48–53 mm, 25 St.=19.90
108–114 mm, 10 St.=16.80
3040 Kabelbinder schwarz UV-beständig {}|Pack|49|elektro garten shk allg|16
100 × 2,5 mm, 100 St.=2.60; 200 × 3,6 mm, 100 St.=4.30; 300 × 4,8 mm, 100 St.=7.90
370 × 7,6 mm, 100 St.=15.40
"""
