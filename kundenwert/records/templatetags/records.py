"""Tags of the record engine."""

from __future__ import annotations

from django import template
from django.template import Context, Engine
from django.utils.safestring import SafeString

from ..record_type import ShownPanel

register = template.Library()


@register.simple_tag(takes_context=True)
def panel(context: Context, shown: ShownPanel) -> SafeString:
    """A panel of the card, which sees its own context and nothing of the page's but request and CSRF token.

    In the page's run: a run of its own for each panel would call the context processors every time.
    """
    page = {name: context.get(name) for name in ("request", "csrf_token")}
    found = Engine.get_default().get_template(shown.template)
    return found.render(context.new({**page, **shown.context}))
