"""Legal forms of companies and the ways they are written."""

from __future__ import annotations

# Canonical form → other spellings; dots, spaces, brackets, case and accents do not count (see `squash`).
_FORMS: dict[str, tuple[str, ...]] = {
    # Germany
    "GmbH": (
        "G.m.b.H.", "Ges.m.b.H.", "Gesellschaft mbH", "Gesellschaft m.b.H.",
        "Gesellschaft mit beschränkter Haftung",
    ),
    "gGmbH": ("gemeinnützige GmbH",),
    "mbH": (),
    "UG (haftungsbeschränkt)": (
        "UG", "Unternehmergesellschaft", "Unternehmergesellschaft (haftungsbeschränkt)",
    ),
    "gUG (haftungsbeschränkt)": ("gUG",),
    "AG": ("Aktiengesellschaft",),
    "gAG": (),
    "InvAG": (),
    "KGaA": ("Kommanditgesellschaft auf Aktien",),
    "KG": ("Kommanditgesellschaft",),
    "OHG": ("offene Handelsgesellschaft",),
    "GbR": ("GdbR", "BGB-Gesellschaft", "Gesellschaft bürgerlichen Rechts"),
    "eGbR": ("eingetragene Gesellschaft bürgerlichen Rechts",),
    "e.K.": ("eingetragener Kaufmann", "eingetragene Kauffrau"),
    "e.Kfm.": (),
    "e.Kfr.": ("e.Kffr.",),
    "e.V.": ("eingetragener Verein",),
    "eG": ("eingetragene Genossenschaft",),
    "SE": ("Societas Europaea",),
    "SCE": (),
    "EWIV": (),
    "PartG": ("Partnerschaftsgesellschaft",),
    "PartG mbB": ("Partnerschaft mbB", "Partnerschaftsgesellschaft mbB"),
    "VVaG": (),
    # Austria
    "OG": ("offene Gesellschaft",),
    "e.U.": ("eingetragener Unternehmer", "eingetragene Unternehmerin"),
    "eGen": (),
    "FlexCo": ("FlexKapG", "Flexible Kapitalgesellschaft"),
    "KEG": (),
    "OEG": (),
    # Switzerland, France, Belgium, Luxembourg
    "Sàrl": ("SARL", "S.à r.l."),
    "SA": ("Société anonyme",),
    "Sagl": (),
    "SAS": (),
    "SASU": (),
    "EURL": (),
    "SNC": (),
    "SCI": (),
    "BVBA": (),
    "SPRL": (),
    # Italy, Spain, Portugal
    "S.p.A.": (),
    "S.r.l.": (),
    "S.a.s.": (),
    "S.L.": ("S.L.U.",),
    "S.A.U.": (),
    "Lda": ("Ltda",),
    # Netherlands, the North
    "B.V.": (),
    "N.V.": (),
    "V.O.F.": (),
    "A/S": (),
    "ApS": (),
    "AB": (),
    "AS": (),
    "ASA": (),
    "Oy": (),
    "Oyj": (),
    # the East
    "s.r.o.": ("spol. s r.o.",),
    "a.s.": (),
    "Sp. z o.o.": (),
    "Kft.": (),
    "Zrt.": (),
    "Nyrt.": (),
    "d.o.o.": (),
    "d.d.": (),
    "OOO": (),
    # English
    "Ltd": ("Limited",),
    "PLC": (),
    "LLP": (),
    "LLC": (),
    "LP": (),
    "Inc": ("Incorporated",),
    "Corp": ("Corporation",),
    "Pty Ltd": (),
    "Pte Ltd": (),
}  # fmt: skip

# Partnerships whose liable partner is a company: "GmbH & Co. KG".
_PARTNERS = ("GmbH", "mbH", "gGmbH", "UG (haftungsbeschränkt)", "AG", "SE", "Ltd", "Stiftung", "e.K.", "Sàrl")
_PARTNERSHIPS = ("KG", "KGaA", "OHG", "OG")


def spellings() -> dict[str, tuple[str, ...]]:
    """Every canonical legal form with its other spellings."""
    combined = (f"{partner} & Co. {partnership}" for partner in _PARTNERS for partnership in _PARTNERSHIPS)
    return _FORMS | {form: _combined_spellings(form) for form in combined}


def _combined_spellings(form: str) -> tuple[str, ...]:
    """The spellings a combined form inherits: `UG & Co. KG`, `Limited & Co. KG`, `GmbH & Cie. KG`."""
    partner, _, partnership = form.partition(" & Co. ")
    partners = (partner, *_FORMS.get(partner, ()))
    partnerships = (partnership, *_FORMS[partnership])
    return tuple(f"{a} & {co} {b}" for a in partners for b in partnerships for co in ("Co.", "Cie.", "Comp."))
