"""Real towns of western Germany: `town|postal codes|area code|weight` under a `# Bundesland` heading."""

from __future__ import annotations

TOWNS = """
# Nordrhein-Westfalen
Köln|50667,50823,50968,51063,51149|221|7
Düsseldorf|40210,40227,40472,40589|211|5
Dortmund|44135,44227,44309|231|5
Essen|45127,45141,45327|201|5
Duisburg|47051,47119,47228|203|4
Bochum|44787,44805|234|3
Wuppertal|42103,42275|202|3
Bielefeld|33602,33609,33719|521|5
Bonn|53111,53225|228|3
Münster|48143,48155,48163|251|5
Gelsenkirchen|45879|209|2
Mönchengladbach|41061|2161|2
Aachen|52062,52070|241|3
Krefeld|47798|2151|2
Oberhausen|46045|208|2
Hagen|58095|2331|2
Hamm|59065|2381|2
Herne|44623|2323|1
Solingen|42651|212|2
Leverkusen|51373|214|2
Neuss|41460|2131|2
Paderborn|33098,33106|5251|3
Gütersloh|33330|5241|3
Minden|32423|571|3
Herford|32049|5221|2
Detmold|32756|5231|2
Rheine|48429|5971|2
Bocholt|46395|2871|2
Siegen|57072|271|2
Iserlohn|58636|2371|2
Lüdenscheid|58511|2351|2
Arnsberg|59821|2931|1
Soest|59494|2921|1
Lippstadt|59555|2941|1
Euskirchen|53879|2251|1
# Hessen
Frankfurt am Main|60311,60386,60437,65929|69|5
Wiesbaden|65183,65203|611|3
Kassel|34117,34123|561|4
Darmstadt|64283,64293|6151|3
Offenbach am Main|63065|69|2
Hanau|63450|6181|2
Gießen|35390|641|2
Marburg|35037|6421|2
Fulda|36037|661|2
Wetzlar|35576|6441|1
Bad Hersfeld|36251|6621|1
Limburg an der Lahn|65549|6431|1
# Rheinland-Pfalz
Mainz|55116,55129|6131|3
Ludwigshafen am Rhein|67059|621|2
Koblenz|56068|261|2
Trier|54290|651|2
Kaiserslautern|67655|631|2
Worms|67547|6241|1
Neustadt an der Weinstraße|67433|6321|1
Bad Kreuznach|55543|671|1
Landau in der Pfalz|76829|6341|1
# Saarland
Saarbrücken|66111,66119|681|2
Neunkirchen|66538|6821|1
Saarlouis|66740|6831|1
"""
