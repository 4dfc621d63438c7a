"""Customer analytics as a library: tables in, tables out; no Django, no database, no network.

>>> from kundenwert.analytical.mining.base.statistics import SufficientStatistics
>>> from kundenwert.analytical.mining.value.bg_nbd import fit_bg_nbd
"""
