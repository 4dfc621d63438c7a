"""Real towns of northern Germany: `town|postal codes|area code|weight` under a `# Bundesland` heading."""

from __future__ import annotations

TOWNS = """
# Schleswig-Holstein
Kiel|24103,24114,24143|431|7
Lübeck|23552,23560,23566|451|7
Flensburg|24937,24941|461|5
Neumünster|24534,24537|4321|5
Norderstedt|22844,22848|40|3
Elmshorn|25335,25337|4121|3
Pinneberg|25421|4101|2
Itzehoe|25524|4821|2
Rendsburg|24768|4331|2
Schleswig|24837|4621|2
Husum|25813|4841|2
Heide|25746|481|2
Bad Oldesloe|23843|4531|2
Eckernförde|24340|4351|2
Plön|24306|4522|1
Eutin|23701|4521|1
Mölln|23879|4542|1
# Hamburg
Hamburg|20097,20537,21073,21107,22113,22303,22525,22761|40|16
# Niedersachsen
Hannover|30159,30165,30419,30559,30659|511|9
Braunschweig|38100,38112,38126|531|6
Oldenburg|26121,26135|441|6
Osnabrück|49074,49084|541|6
Göttingen|37073,37081|551|4
Wolfsburg|38440,38448|5361|3
Salzgitter|38226|5341|2
Hildesheim|31134,31137|5121|4
Lüneburg|21335,21337,21339|4131|9
Celle|29221,29227|5141|4
Stade|21680,21684|4141|4
Uelzen|29525|581|4
Buchholz in der Nordheide|21244|4181|4
Winsen (Luhe)|21423|4171|4
Buxtehude|21614|4161|3
Soltau|29614|5191|3
Walsrode|29664|5161|2
Rotenburg (Wümme)|27356|4261|2
Verden (Aller)|27283|4231|2
Cuxhaven|27472,27474|4721|3
Delmenhorst|27749,27751|4221|3
Wilhelmshaven|26382,26389|4421|3
Emden|26721|4921|2
Aurich|26603|4941|2
Leer|26789|491|3
Papenburg|26871|4961|2
Meppen|49716|5931|2
Lingen (Ems)|49808|591|3
Nordhorn|48527|5921|2
Cloppenburg|49661|4471|2
Vechta|49377|4441|2
Diepholz|49356|5441|1
Nienburg|31582|5021|2
Hameln|31785|5151|3
Peine|31224|5171|2
Wolfenbüttel|38300|5331|2
Gifhorn|38518|5371|2
Goslar|38640|5321|2
Northeim|37154|5551|1
Dannenberg (Elbe)|29451|5861|1
Lüchow|29439|5841|1
# Bremen
Bremen|28195,28207,28237,28279,28309,28759|421|9
Bremerhaven|27568,27570|471|4
# Mecklenburg-Vorpommern
Rostock|18055,18069,18147|381|5
Schwerin|19053,19061|385|4
Wismar|23966|3841|2
Stralsund|18435|3831|2
Greifswald|17489|3834|2
Neubrandenburg|17033|395|3
Güstrow|18273|3843|2
Waren (Müritz)|17192|3991|1
Parchim|19370|3871|1
Ludwigslust|19288|3874|1
"""
