"""German, Austrian and Swiss surnames, the frequent first: a line is a class of about equal frequency."""

from __future__ import annotations

GERMAN = """
60 Müller Schmidt
40 Schneider Fischer Meyer Weber
28 Wagner Becker Schulz Hoffmann
20 Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann
16 Meier Maier Mayer Hofmann Braun Krüger Hartmann Lange Werner Krause Lehmann Köhler Schmid
16 Schulze Herrmann
12 König Walter Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel
12 Friedrich Keller Günther
10 Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm
10 Winter Kraus Martin
8 Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf
8 Schulte Dietrich
8 Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer
5 Hansen Petersen Jensen Christiansen Jansen Janßen Harms Behrens Ahrens Carstens Lüders
5 Hinrichs Claußen Thomsen
5 Martens Evers Meyerdierks Brüggemann Harder Wiechmann Kruse Dierks Lührs Tietjen Bartels
5 Cordes Stühmer Burmeister
4 Ernst Hübner Kramer Seifert Böttcher Ebert Fiedler Götz Kaufmann Kirchner Kunz Reuter Nowak
4 Schilling Ulrich Stahl
4 Bach Brinkmann Förster Geiger Hermann Kessler Moser Nagel Pfeifer Ritter Rothe Sander Schenk
4 Steiner Thiel Urban
3 Wittmann Zimmer Zander Wulff Wendt Wilke Voss Unger Thiele Strauß Stark Springer Sievers
3 Schwab Schütte Scherer
3 Rudolph Rösch Römer Rieger Reimann Rau Raab Popp Paul Noack Naumann Münch Mohr Metzger Maurer
3 Löffler Linke
2 Lindner Lindemann Kröger Korn Knoll Kern Janke Jahn Jacob Hoppe Heinze Heine Hagemann Gruber
2 Gebhardt Freitag
2 Eder Ehlers Diehl Decker Conrad Brunner Bock Block Beyer Bender Barth Adler Adam Wiese
2 Westphal Wegener Weiland
1 Osterkamp Nordmeyer Grotheer Buchholz Eggers Ohlsen Paulsen Rathje Rickmers Siemers Tödter
1 Uhlenbrock Vollmer
1 von Bergen|von Hagen|zur Mühlen|Meyer-Lüdecke|Schmidt-Holz|Becker-Brandt
"""

AUSTRIAN = """
12 Gruber Huber Wagner Bauer Müller Pichler Steiner Moser Mayer Hofer
8 Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Maier Schneider Reiter Mayr Wimmer Egger
5 Brunner Lang Baumgartner Auer Binder Lechner Wolf Wallner Aigner Ebner Koller Lehner Haas
5 Schuster Heilig
3 Kofler Haider Holzer Strasser Hahn Posch Ziegler Unterberger Oberhofer Stadler Hinterleitner
3 Kirchmair Pfleger
"""

SWISS = """
12 Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer
8 Baumann Frei Brunner Gerber Widmer Zimmermann Moser Graf Wyss Roth Suter Bühler Kunz Wüthrich Hofer
4 Aebi Zbinden Ammann Lüthi Rüegg Hürlimann Zürcher Bieri Amstutz Känel Stucki Odermatt Gisler
4 Camenzind Imhof
"""

SWISS_FRENCH = """
5 Favre Rochat Martin Blanc Bonvin Jaquet Perret Chappuis Monnier Cuendet Dubois Girard Pittet Reymond
"""

SWISS_ITALIAN = """
5 Bernasconi Fontana Crivelli Cattaneo Rossi Ferrari Pedrazzini Galli Bianchi Poretti Lepori
"""
