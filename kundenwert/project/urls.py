"""All addresses of the program."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from kundenwert.customers.web.urls import urlpatterns as customer_urls
from kundenwert.foundation.access.decorators import signed_in
from kundenwert.foundation.access.web.language import language
from kundenwert.foundation.ui.web.styleguide import styleguide
from kundenwert.foundation.web.healthz import healthz
from kundenwert.frontoffice.web import home, palette, search
from kundenwert.operational.sales.web.urls import urlpatterns as sales_urls
from kundenwert.operational.touchpoints.web.urls import urlpatterns as touchpoint_urls
from kundenwert.records.web.urls import record_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("search", search.search, name="search"),
    path("search/suggestions", search.suggestions, name="search-suggestions"),
    path("palette", palette.palette, name="palette"),
    path("styleguide", signed_in(styleguide), name="styleguide"),
    path("language", language, name="set-language"),
    path("healthz", healthz, name="healthz"),
    path("", include("kundenwert.foundation.access.web.urls")),
    path("", include("kundenwert.foundation.audit.web.urls")),
    path("", include("kundenwert.foundation.jobs.web.urls")),
    path("", include("kundenwert.foundation.organisation.web.urls")),
    path("", include("kundenwert.foundation.files.web.urls")),
    *customer_urls,
    *sales_urls,
    *touchpoint_urls,
    *record_urls(),
]

handler400 = "kundenwert.frontoffice.web.errors.bad_request"
handler403 = "kundenwert.frontoffice.web.errors.forbidden"
handler404 = "kundenwert.frontoffice.web.errors.not_found"
handler500 = "kundenwert.frontoffice.web.errors.server_error"
