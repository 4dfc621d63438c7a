from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.text.input_error import InputError


def test_message_is_filled_and_survives_percent_signs_in_values() -> None:
    error = InputError(_("“%(text)s” is not a telephone number."), text="50 %")
    assert str(error) == "“50 %” is not a telephone number."
    assert isinstance(error, ValueError)
