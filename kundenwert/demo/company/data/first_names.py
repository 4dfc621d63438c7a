"""German first names by decade of birth: what a person of that age is in fact called."""

from __future__ import annotations

MALE = {
    1940: ("Peter Klaus Hans Jürgen Dieter Manfred Günter Horst Uwe Wolfgang Karl-Heinz Heinz Gerd Helmut Rolf"),
    1950: ("Peter Hans Wolfgang Michael Klaus Werner Thomas Jürgen Bernd Rainer Norbert Reinhard Hans-Jürgen Walter"),
    1960: ("Thomas Michael Andreas Peter Frank Uwe Klaus Stefan Jörg Ralf Jürgen Holger Bernd Dirk Matthias Volker"),
    1970: ("Stefan Michael Andreas Thomas Frank Markus Christian Oliver Torsten Marco Sven Jens Carsten Lars Dirk Kai"),
    1980: (
        "Christian Michael Sebastian Stefan Jan Daniel Martin Dennis Alexander Thomas Matthias Tobias Florian Björn"
    ),
    1990: ("Tobias Philipp Florian Jan Alexander Patrick Kevin Maximilian Marcel Felix Lukas Niklas Tim Christopher"),
    2000: ("Lukas Jan Leon Finn Niklas Tim Jonas Luca Paul Maximilian Felix Jannik Moritz Ben Tom Lennart Ole Mattis"),
}

FEMALE = {
    1940: ("Renate Karin Monika Ingrid Helga Christa Gisela Ursula Brigitte Erika Waltraud Inge Hannelore Ilse Bärbel"),
    1950: ("Monika Brigitte Renate Angelika Gabriele Sabine Barbara Christine Petra Marion Ute Elisabeth Gudrun"),
    1960: ("Sabine Susanne Petra Birgit Martina Andrea Gabriele Ute Heike Claudia Angelika Silke Kerstin Anja Bettina"),
    1970: (
        "Nicole Claudia Sandra Stefanie Anja Tanja Katja Andrea Daniela Silke Melanie Alexandra Simone Kerstin Maren"
    ),
    1980: (
        "Stefanie Christina Julia Anna Katharina Sandra Nadine Jennifer Melanie Kathrin Sarah Nina Jana Wiebke Anne"
    ),
    1990: ("Julia Sarah Lisa Anna Laura Katharina Lena Jessica Vanessa Franziska Jana Theresa Svenja Carolin Neele"),
    2000: ("Anna Lea Hannah Lena Laura Marie Sophie Lara Johanna Emily Paula Nele Greta Ida Clara Merle Fenja Pauline"),
}

NEUTRAL = "Kim Robin Sascha Toni Alex Luca Jona Mika Charlie Nikita"

SWISS_FRENCH_MALE = "Pierre Jean-Luc Nicolas Laurent Philippe Julien Olivier Mathieu Christophe Yves"
SWISS_FRENCH_FEMALE = "Nathalie Sophie Isabelle Céline Valérie Chantal Élodie Florence Aurélie Martine"
SWISS_ITALIAN_MALE = "Marco Luca Fabio Giorgio Davide Paolo Matteo Claudio Renato Ivan"
SWISS_ITALIAN_FEMALE = "Laura Chiara Silvia Manuela Elena Sara Francesca Daniela Monica Paola"
"""First names of the French and Italian speaking Swiss."""
