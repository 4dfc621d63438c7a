"""Real towns of eastern Germany: `town|postal codes|area code|weight` under a `# Bundesland` heading."""

from __future__ import annotations

TOWNS = """
# Berlin
Berlin|10115,10245,10553,10785,12043,12277,12435,13187,13355,13581|30|14
# Brandenburg
Potsdam|14467,14482|331|4
Cottbus|03044,03046|355|3
Brandenburg an der Havel|14770|3381|2
Frankfurt (Oder)|15230|335|2
Oranienburg|16515|3301|2
Eberswalde|16225|3334|2
Neuruppin|16816|3391|2
Wittenberge|19322|3877|2
Perleberg|19348|3876|1
Luckenwalde|14943|3371|1
Königs Wusterhausen|15711|3375|1
# Sachsen-Anhalt
Magdeburg|39104,39112,39124|391|5
Halle (Saale)|06108,06112,06132|345|4
Dessau-Roßlau|06844|340|2
Lutherstadt Wittenberg|06886|3491|1
Stendal|39576|3931|2
Salzwedel|29410|3901|2
Halberstadt|38820|3941|2
Wernigerode|38855|3943|1
Quedlinburg|06484|3946|1
Gardelegen|39638|3907|1
# Sachsen
Dresden|01067,01099,01139,01257|351|5
Leipzig|04103,04177,04229,04347|341|5
Chemnitz|09111,09120|371|3
Zwickau|08056|375|2
Plauen|08523|3741|1
Görlitz|02826|3581|1
Bautzen|02625|3591|1
Freiberg|09599|3731|1
Meißen|01662|3521|1
Pirna|01796|3501|1
# Thüringen
Erfurt|99084,99089|361|3
Jena|07743,07745|3641|2
Gera|07545|365|2
Weimar|99423|3643|1
Gotha|99867|3621|1
Eisenach|99817|3691|1
Nordhausen|99734|3631|1
Suhl|98527|3681|1
Saalfeld|07318|3671|1
Mühlhausen|99974|3601|1
"""
