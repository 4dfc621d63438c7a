"""Foreign keys point down the tower, and leave no trace on the model below."""

from __future__ import annotations

from django.apps import apps

TOWER = ["foundation", "records", "catalogue", "customers", "operational", "frontoffice"]
OF_TWO_PARTS = {"foundation", "operational"}


def _module(model) -> tuple[str, ...]:
    parts = model.__module__.split(".")
    return tuple(parts[1:3] if parts[1] in OF_TWO_PARTS else parts[1:2])


def _own(model) -> bool:
    return model.__module__.startswith("kundenwert.")


def _foreign_keys():
    for model in apps.get_models(include_auto_created=True):
        if _own(model):
            for field in model._meta.get_fields():
                if field.is_relation and field.concrete and field.related_model is not None:
                    yield model, field, field.related_model


def test_there_are_foreign_keys_to_look_at():
    assert len(list(_foreign_keys())) > 10


def test_foreign_keys_point_down_or_stay_inside():
    upward = [
        f"{model.__name__}.{field.name} -> {target.__name__}"
        for model, field, target in _foreign_keys()
        if _own(target) and _module(model) != _module(target) and not _below(_module(target), _module(model))
    ]
    assert upward == []


def test_the_lower_module_does_not_see_who_points_to_it():
    visible = [
        f"{model.__name__}.{field.name}"
        for model, field, target in _foreign_keys()
        if _own(target) and _module(model) != _module(target) and not field.remote_field.hidden
    ]
    assert visible == []


def _below(low: tuple[str, ...], high: tuple[str, ...]) -> bool:
    """Within the foundation modules may point to each other; on any other floor they may not."""
    if low[0] == high[0]:
        return low[0] == "foundation"
    return TOWER.index(low[0]) < TOWER.index(high[0])
