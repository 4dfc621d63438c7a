"""Common street names: those of towns, those of business parks, and the flavour of the neighbours."""

from __future__ import annotations

GERMAN = """Hauptstraße|Dorfstraße|Bahnhofstraße|Schulstraße|Gartenstraße|Bergstraße|Lindenstraße|Birkenweg
Kirchstraße|Waldstraße|Ringstraße|Schillerstraße|Goethestraße|Am Sportplatz|Wiesenweg|Feldstraße|Mühlenweg
Buchenweg|Rosenweg|Amselweg|Eichenweg|Friedhofstraße|Kastanienallee|Lessingstraße|Mozartstraße|Ahornweg
Tannenweg|Finkenweg|Fliederweg|Kiefernweg|Marktplatz|Neue Straße|Am Mühlenbach|Poststraße|Sandweg|Im Winkel
Bismarckstraße|Uhlandstraße|Beethovenstraße|Talstraße|Burgstraße|Heideweg|Parkstraße|Schützenstraße
Lerchenweg|Meisenweg|Drosselweg|Nelkenweg|Erlenweg|Rathausstraße|Königsberger Straße|Breslauer Straße"""

BUSINESS = """Industriestraße|Gewerbestraße|Handwerkerstraße|Am Gewerbepark|Werkstraße
Dieselstraße|Daimlerstraße
Siemensstraße|Max-Planck-Straße|Robert-Bosch-Straße|Carl-Benz-Straße|Otto-Hahn-Straße|Röntgenstraße
Im Gewerbegebiet|Am Güterbahnhof|Hafenstraße|Zum Industriepark|Rudolf-Diesel-Straße|Boschstraße|Ohmstraße
Benzstraße|Am Bauhof|Ziegeleistraße|Gutenbergstraße|Lise-Meitner-Straße|Liebigstraße|Borsigstraße"""

AUSTRIAN = """Hauptstraße|Bahnhofstraße|Kirchengasse|Schulgasse|Feldgasse|Gartengasse
Wiener Straße|Mühlgasse
Lindengasse|Bachgasse|Waldgasse|Neugasse|Dr.-Karl-Renner-Straße|Raiffeisenstraße|Sonnenweg|Kirchenweg
Industriezeile|Gewerbepark|Handelsstraße|Salzburger Straße|Linzer Straße|Mozartgasse|Bergweg|Ringstraße"""

SWISS_GERMAN = """Bahnhofstrasse|Hauptstrasse|Dorfstrasse|Industriestrasse|Kirchweg
Schulhausstrasse|Bergstrasse
Seestrasse|Oberdorfstrasse|Unterdorfstrasse|Zürcherstrasse|Bernstrasse|Gewerbestrasse|Rosenweg|Birkenweg
Feldstrasse|Wiesenstrasse|Mattenweg|Rebweg|Mühlegasse|Neugasse|Lindenweg|Werkstrasse|Chilegass"""

SWISS_FRENCH = """Rue de la Gare|Avenue de la Gare|Rue du Lac|Chemin des Vignes|Route de Berne|Grand-Rue
Rue de l'Industrie|Chemin du Moulin|Rue des Alpes|Route Cantonale"""

SWISS_ITALIAN = """Via Cantonale|Via alla Stazione|Via San Gottardo|Via Industria|Via Lugano|Via al Lago|Via Nassa"""
