"""Real towns of Austria and Switzerland: `town|postal codes|area code|weight` under a heading.

Heading: `# country region` and, for Switzerland, the language of the town after a comma.
"""

from __future__ import annotations

AUSTRIA = """
# Wien
Wien|1030,1100,1120,1160,1210,1220,1230|1|9
# Niederösterreich
St. Pölten|3100|2742|3
Wiener Neustadt|2700|2622|2
Krems an der Donau|3500|2732|1
Amstetten|3300|7472|1
Baden|2500|2252|1
# Oberösterreich
Linz|4020,4030|732|5
Wels|4600|7242|3
Steyr|4400|7252|2
Ried im Innkreis|4910|7752|1
# Salzburg
Salzburg|5020,5026|662|4
Hallein|5400|6245|1
# Steiermark
Graz|8010,8020,8055|316|5
Leoben|8700|3842|1
Kapfenberg|8605|3862|1
# Tirol
Innsbruck|6020|512|4
Kufstein|6330|5372|1
Schwaz|6130|5242|1
# Kärnten
Klagenfurt am Wörthersee|9020|463|2
Villach|9500|4242|2
# Vorarlberg
Bregenz|6900|5574|2
Dornbirn|6850|5572|2
Feldkirch|6800|5522|1
# Burgenland
Eisenstadt|7000|2682|1
Oberwart|7400|3352|1
"""

SWITZERLAND = """
# Zürich,de
Zürich|8004,8048,8050|44|7
Winterthur|8400,8406|52|4
Uster|8610|44|1
# Bern,de
Bern|3008,3014|31|4
Thun|3600|33|2
Burgdorf|3400|34|1
# Luzern,de
Luzern|6003|41|3
Sursee|6210|41|1
# Basel-Stadt,de
Basel|4051,4057|61|4
# Basel-Landschaft,de
Liestal|4410|61|1
# Aargau,de
Aarau|5000|62|2
Baden|5400|56|2
# Solothurn,de
Solothurn|4500|32|1
Olten|4600|62|1
# St. Gallen,de
St. Gallen|9000,9008|71|3
Rapperswil|8640|55|1
# Thurgau,de
Frauenfeld|8500|52|1
Kreuzlingen|8280|71|1
# Schaffhausen,de
Schaffhausen|8200|52|1
# Graubünden,de
Chur|7000|81|2
# Zug,de
Zug|6300|41|1
# Schwyz,de
Schwyz|6430|41|1
# Genève,fr
Genève|1201,1205|22|2
# Vaud,fr
Lausanne|1003,1004|21|2
Yverdon-les-Bains|1400|24|1
# Fribourg,fr
Fribourg|1700|26|1
# Neuchâtel,fr
Neuchâtel|2000|32|1
# Ticino,it
Lugano|6900|91|1
Bellinzona|6500|91|1
"""
