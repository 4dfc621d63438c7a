"""Real towns of southern Germany: `town|postal codes|area code|weight` under a `# Bundesland` heading."""

from __future__ import annotations

TOWNS = """
# Bayern
München|80331,80797,80939,81369,81829|89|6
Nürnberg|90402,90431,90475|911|4
Augsburg|86150,86167|821|3
Regensburg|93047,93055|941|3
Ingolstadt|85049,85055|841|2
Würzburg|97070,97080|931|3
Fürth|90762|911|1
Erlangen|91052|9131|2
Bamberg|96047|951|2
Bayreuth|95444|921|2
Landshut|84028|871|2
Rosenheim|83022,83026|8031|3
Kempten (Allgäu)|87435|831|2
Passau|94032|851|2
Aschaffenburg|63739|6021|2
Schweinfurt|97421|9721|1
Hof|95028|9281|1
Coburg|96450|9561|1
Straubing|94315|9421|1
Deggendorf|94469|991|1
Amberg|92224|9621|1
Ansbach|91522|981|1
Memmingen|87700|8331|1
Traunstein|83278|861|1
Garmisch-Partenkirchen|82467|8821|1
# Baden-Württemberg
Stuttgart|70173,70435,70565|711|4
Karlsruhe|76131,76187|721|3
Mannheim|68159,68219|621|3
Freiburg im Breisgau|79098,79111|761|3
Heidelberg|69115|6221|2
Heilbronn|74072|7131|2
Ulm|89073|731|2
Pforzheim|75172|7231|2
Reutlingen|72764|7121|2
Esslingen am Neckar|73728|711|1
Tübingen|72070|7071|1
Konstanz|78462|7531|1
Villingen-Schwenningen|78050|7721|1
Aalen|73430|7361|1
Schwäbisch Hall|74523|791|1
Ravensburg|88212|751|1
Friedrichshafen|88045|7541|1
Offenburg|77652|781|1
Göppingen|73033|7161|1
Lörrach|79539|7621|1
Biberach an der Riß|88400|7351|1
Tuttlingen|78532|7461|1
"""
