from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.customers.naming.company import company_key, split_legal_form
from kundenwert.customers.naming.legal_forms import spellings


@pytest.mark.parametrize(
    ("name", "core", "form"),
    [
        ("Müller GmbH", "Müller", "GmbH"),
        ("MÜLLER GMBH", "MÜLLER", "GmbH"),
        ("Müller G.m.b.H.", "Müller", "GmbH"),
        ("Müller Ges.m.b.H.", "Müller", "GmbH"),
        ("Müller Gesellschaft mbH", "Müller", "GmbH"),
        ("Müller Verwaltungsgesellschaft mbH", "Müller Verwaltungsgesellschaft", "mbH"),
        ("Müller GmbH & Co. KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH & Co KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH&Co.KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH + Co. KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH und Co. KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH u. Co. KG", "Müller", "GmbH & Co. KG"),
        ("Müller GmbH & Co. Kommanditgesellschaft", "Müller", "GmbH & Co. KG"),
        ("Müller UG (haftungsbeschränkt) & Co. KG", "Müller", "UG (haftungsbeschränkt) & Co. KG"),
        ("Müller UG & Co. KG", "Müller", "UG (haftungsbeschränkt) & Co. KG"),
        ("Müller & Co. KG", "Müller & Co.", "KG"),
        ("Müller GmbH & Co. KGaA", "Müller", "GmbH & Co. KGaA"),
        ("Siemens AG", "Siemens", "AG"),
        ("Siemens Aktiengesellschaft", "Siemens", "AG"),
        ("Merck KGaA", "Merck", "KGaA"),
        ("Bäcker OHG", "Bäcker", "OHG"),
        ("Bäcker oHG", "Bäcker", "OHG"),
        ("Praxis Meier GbR", "Praxis Meier", "GbR"),
        ("Optik Weiß e.K.", "Optik Weiß", "e.K."),
        ("Optik Weiß e. K.", "Optik Weiß", "e.K."),
        ("Optik Weiß, eK", "Optik Weiß", "e.K."),
        ("Optik Weiß e.Kfm.", "Optik Weiß", "e.Kfm."),
        ("Optik Weiß e. Kfr.", "Optik Weiß", "e.Kfr."),
        ("Start UG (haftungsbeschränkt)", "Start", "UG (haftungsbeschränkt)"),
        ("Start UG", "Start", "UG (haftungsbeschränkt)"),
        ("SAP SE", "SAP", "SE"),
        ("Turnverein Köln e.V.", "Turnverein Köln", "e.V."),
        ("Volksbank Köln eG", "Volksbank Köln", "eG"),
        ("Lebenshilfe gGmbH", "Lebenshilfe", "gGmbH"),
        ("Kanzlei Weiß PartG mbB", "Kanzlei Weiß", "PartG mbB"),
        ("Huber e.U.", "Huber", "e.U."),
        ("Huber e. U.", "Huber", "e.U."),
        ("Huber OG", "Huber", "OG"),
        ("Dubois S.à r.l.", "Dubois", "Sàrl"),
        ("Dubois Sàrl", "Dubois", "Sàrl"),
        ("Nestlé S.A.", "Nestlé", "SA"),
        ("Nestlé SA", "Nestlé", "SA"),
        ("Air Liquide SAS", "Air Liquide", "SAS"),
        ("Rossi S.a.s.", "Rossi", "S.a.s."),
        ("Ferrari S.p.A.", "Ferrari", "S.p.A."),
        ("JetBrains s.r.o.", "JetBrains", "s.r.o."),
        ("Škoda Auto a.s.", "Škoda Auto", "a.s."),
        ("Orlen Sp. z o.o.", "Orlen", "Sp. z o.o."),
        ("Acme Pty Ltd", "Acme", "Pty Ltd"),
        ("Acme Ltd.", "Acme", "Ltd"),
        ("Google Inc.", "Google", "Inc"),
        ("Microsoft Corporation", "Microsoft", "Corp"),
        ("Philips N.V.", "Philips", "N.V."),
        ("Müller (GmbH)", "Müller", "GmbH"),
        ("Müller-GmbH", "Müller", "GmbH"),
        ("Embraer - Empresa Brasileira S.A.", "Embraer - Empresa Brasileira", "SA"),
        ("Rogers Canada", "Rogers Canada", ""),
        ("AG Bau", "AG Bau", ""),
        ("Montag", "Montag", ""),
        ("GmbH", "GmbH", ""),
        ("", "", ""),
    ],
)
def test_split_legal_form(name: str, core: str, form: str) -> None:
    assert split_legal_form(name) == (core, form)


def test_every_form_is_found_in_all_its_spellings() -> None:
    for form, others in spellings().items():
        assert split_legal_form(f"Nordwerk Technik {form}") == ("Nordwerk Technik", form)
        for spelling in others:
            assert split_legal_form(f"Nordwerk Technik {spelling}")[0] == "Nordwerk Technik", spelling


@pytest.mark.parametrize(
    "names",
    [
        [
            "Müller GmbH",
            "Mueller GmbH",
            "Firma Müller",
            "Fa. MÜLLER",
            "Müller AG",
            "Müller & Co. KG",
            "Müller",
        ],
        ["Gebrüder Weiß GmbH & Co. KG", "Gebr. Weiss", "Gebrueder Weiß KG"],
        ["Müller & Söhne", "Müller und Söhne", "Müller u. Söhne OHG", "Müller + Söhne"],
        ["Optik Weiß e.K.", "Optik Weiß", "OPTIK WEISS E. K."],
    ],
)
def test_spellings_of_one_company_have_one_key(names: list[str]) -> None:
    assert {name: company_key(name) for name in names} == dict.fromkeys(names, company_key(names[0]))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Fa. Gebrüder Müller & Söhne GmbH", "gebr muller sohne"),
        ("Straßenbau Müller", "strassenbau muller"),
        ("Müller Straßenbau", "muller strassenbau"),
        ("GmbH", "gmbh"),
        ("Firma", "firma"),
        ("Und", "und"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_company_key(name: str, key: str) -> None:
    assert company_key(name) == key


@given(st.text(max_size=60))
def test_nothing_but_blanks_and_edges_is_lost(name: str) -> None:
    core, form = split_legal_form(name)
    assert bool(core) == bool(name.split())
    assert form in (*spellings(), "")
    assert (form != "") or (core == " ".join(name.split()))
