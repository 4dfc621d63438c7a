"""Tools: drilling, sawing, grinding, hand and power tools, ladders. Format: see `products_fixing`."""

from __future__ import annotations

TOOLS = """
== Bohren, Sägen, Schleifen
4010 Hammerbohrer SDS-plus {}|Stück|47|bau elektro shk trocken beschlag allg|24
5 × 110 mm=3.40; 6 × 160 mm=4.20; 8 × 160 mm=4.80; 10 × 210 mm=6.70; 12 × 260 mm=9.80
14 × 310 mm=14.60; 20 × 450 mm=32.90
4015 Spiralbohrer HSS-G DIN 338 {}|Pack|48|metall holz allg|17
3,0 mm, 10 St.=7.20; 4,2 mm, 10 St.=9.60; 5,0 mm, 10 St.=11.80; 6,8 mm, 5 St.=11.20
8,5 mm, 5 St.=16.40; 10,2 mm, 5 St.=23.60
4020 Bohrersatz {}|Stück|42|metall holz privat allg|7
HSS-G 1–10 mm, 19-teilig=28.90; HSS-Co 1–13 mm, 25-teilig=89.00; Holzbohrer 3–10 mm, 8-teilig=16.40
4025 Bit TORX {}|Pack|53|holz trocken beschlag metall allg|20
TX 15, 10 St.=6.80; TX 20, 10 St.=6.80; TX 25, 10 St.=6.80; TX 30, 10 St.=7.20; TX 40, 10 St.=7.90
4030 Trennscheibe {}|Pack|46|metall bau shk dach allg|22
115 × 1,0 mm Inox, 10 St.=11.90; 125 × 1,0 mm Inox, 10 St.=12.80; 125 × 2,5 mm Stahl, 10 St.=14.60
230 × 1,9 mm Inox, 10 St.=34.80
4035 Diamanttrennscheibe {}|Stück|44|bau garten dach|10
125 mm Beton=24.90; 230 mm Beton=59.80; 230 mm Granit=84.50; 300 mm Universal=98.00
4040 Fächerschleifscheibe 125 mm {}|Pack|45|metall|13
K40, 10 St.=27.90; K60, 10 St.=27.90; K80, 10 St.=27.90
4045 Schleifscheibe Klett 150 mm {}|Pack|43|holz maler|13
P80, 100 St.=34.80; P120, 100 St.=32.60; P180, 100 St.=32.60; P240, 100 St.=32.60
4050 Kreissägeblatt HM {}|Stück|38|holz trocken|9
160 × 2,2 mm Z48=44.90; 190 × 2,6 mm Z24=38.60; 216 × 2,8 mm Z60=69.80; 250 × 3,2 mm Z80=94.00
4055 Stichsägeblatt {}|Pack|47|holz metall trocken|8
Holz grob, 5 St.=8.90; Holz fein, 5 St.=9.60; Metall, 5 St.=10.80; Laminat, 5 St.=11.40
4060 Säbelsägeblatt Bimetall {}|Pack|44|shk bau dach garten|8
150 mm Metall, 5 St.=17.80; 225 mm Holz mit Nägeln, 5 St.=21.90; 300 mm Palette, 5 St.=28.40
4065 Lochsäge Bimetall {}|Stück|41|elektro shk trocken|7
35 mm=12.60; 68 mm Schalterdose=17.90; 83 mm=21.40
== Handwerkzeug
5010 Schraubendreher {}|Stück|41|elektro allg privat|10
Satz 6-teilig=24.90; VDE-Satz 7-teilig=38.60; PH 2 × 100 mm=5.80; Schlitz 5,5 × 125 mm=5.60
5015 {}|Stück|40|elektro shk metall allg|10
Kombizange 180 mm=17.90; Seitenschneider 160 mm VDE=24.60; Wasserpumpenzange 250 mm=26.80
Abisolierzange=31.40
5020 Schlüsselsatz {}|Stück|39|metall shk allg|7
Ringmaul 8–22 mm, 12-teilig=64.00; Steckschlüssel 1/2", 24-teilig=118.00
Innensechskant 1,5–10 mm, 9-teilig=18.90
5025 {}|Stück|42|holz bau dach metall allg|7
Schlosserhammer 300 g=11.80; Schlosserhammer 500 g=13.90; Latthammer 600 g=29.80; Fäustel 1250 g=18.60
5030 {}|Stück|51|trocken maler dach allg|14
Cuttermesser 18 mm mit Magazin=9.80; Abbrechklingen 18 mm, 50 St.=11.60; Hakenklingen, 100 St.=21.90
5035 Wasserwaage {}|Stück|38|bau holz trocken allg|6
60 cm=32.80; 100 cm=44.60; 200 cm=89.00
5040 {}|Stück|40|allg bau holz elektro|11
Rollbandmaß 5 m=8.90; Gliedermaßstab 2 m=4.60; Messschieber 150 mm digital=48.90
Laser-Entfernungsmesser 50 m=98.00
5045 Kartuschenpistole {}|Stück|43|maler shk bau beschlag|9
310 ml Skelett=9.80; 310 ml Profi=24.60; 600 ml Schlauchbeutel=48.90; Akku 18 V ohne Akku=189.00
5050 {}|Stück|46|maler|14
Farbroller 25 cm Mikrofaser=8.60; Flachpinsel-Satz 5-teilig=12.90; Glättkelle Edelstahl=16.80
Malerspachtel 60 mm=5.90
5055 {}|Stück|41|bau garten|7
Maurerkelle 180 mm=14.20; Richtscheit 2 m=26.80; Pflasterhammer 1,5 kg=28.60; Mörtelkübel 90 l=8.90
5060 Schraubzwinge {}|Stück|37|holz metall beschlag|6
300 × 120 mm=14.90; 600 × 120 mm=19.80; Einhandzwinge 300 mm=23.40
== Elektrowerkzeug
6010 Akku-Bohrschrauber {}|Stück|22|holz elektro beschlag trocken allg|6
12 V Kompakt, 2 × 2,0 Ah=169.00; 18 V, 2 × 4,0 Ah=279.00; 18 V mit Schlagwerk, 2 × 5,0 Ah=339.00
6015 Akku-Schlagschrauber {}|Stück|23|holz metall dach|4
18 V 1/4" Solo=149.00; 18 V 1/2" 400 Nm=298.00
6020 Bohrhammer SDS-plus {}|Stück|21|bau elektro shk|4
800 W, 2,7 J=229.00; Akku 18 V, 2,4 J=398.00
6025 Winkelschleifer {}|Stück|24|metall bau shk|5
125 mm 1.400 W=118.00; 230 mm 2.400 W=189.00; Akku 18 V 125 mm=298.00
6030 {}|Stück|22|holz dach trocken|4
Handkreissäge 165 mm mit Schiene=449.00; Stichsäge 720 W=229.00; Kapp-Gehrungssäge 216 mm=389.00
Akku-Säbelsäge 18 V=279.00
6035 {}|Stück|23|maler holz trocken|4
Exzenterschleifer 150 mm=339.00; Langhalsschleifer 225 mm=629.00; Rührwerk 1.600 W=289.00
6040 {}|Stück|25|holz trocken putz maler bau|4
Nass-/Trockensauger 30 l Klasse L=298.00; Bausauger 35 l Klasse M=498.00; Filtersack, 5 St.=28.90
6045 Akku 18 V {}|Stück|26|allg holz elektro|6
4,0 Ah=84.00; 5,0 Ah=109.00; 8,0 Ah=168.00; Schnellladegerät=79.00
== Leitern und Baustelle
7010 Leiter Aluminium {}|Stück|27|maler elektro dach putz|3
Stehleiter 6 Stufen=129.00; Vielzweckleiter 3 × 9 Sprossen=249.00; Plattformleiter=198.00
7015 {}|Stück|34|bau trocken allg|8
Kabeltrommel IP44 40 m=79.80; LED-Strahler 50 W=44.90; Schubkarre 85 l=84.00; Baueimer 12 l=1.90
Absperrband 500 m=12.80
7020 {}|Stück|48|maler trocken bau|16
Malervlies 1 × 50 m=38.90; Abdeckfolie 4 × 5 m=1.90; Malerkrepp 38 mm × 50 m=3.20; Klebeband gelb 50 mm=3.60
7025 {}|Stück|33|allg bau holz|4
Spanngurt 5 m, 2 St.=18.90; Sortimentskasten 23 Fächer=19.80; Werkzeugkoffer=68.00; Sackkarre 200 kg=94.00
"""
