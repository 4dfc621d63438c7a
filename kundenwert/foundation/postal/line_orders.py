"""The order of city, region and postal code in the last lines of an address, by country of destination.

After the address templates of the Universal Postal Union (standard S42). In countries that are not listed the
postal code stands before the city and the region is not written.
"""

from __future__ import annotations

DEFAULT_LINES = ("{postal_code} {city}",)

_CITY_REGION_CODE = ("{city} {region} {postal_code}",)
_CITY_COMMA_REGION_CODE = ("{city}, {region} {postal_code}",)
_CITY_CODE = ("{city} {postal_code}",)
_CITY_THEN_CODE = ("{city}", "{postal_code}")
_CITY_REGION_THEN_CODE = ("{city}", "{region}", "{postal_code}")
_CODE_CITY_REGION = ("{postal_code} {city} {region}",)
_CODE_CITY_THEN_REGION = ("{postal_code} {city}", "{region}")

LINES: dict[str, tuple[str, ...]] = {
    "AE": ("{city}", "{region}"),
    "AR": _CODE_CITY_THEN_REGION,
    "AU": _CITY_REGION_CODE,
    "BR": ("{city} - {region}", "{postal_code}"),
    "CA": _CITY_REGION_CODE,
    "CL": _CODE_CITY_THEN_REGION,
    "ES": _CODE_CITY_THEN_REGION,
    "GB": _CITY_REGION_THEN_CODE,
    "GG": _CITY_THEN_CODE,
    "HK": ("{city}", "{region}"),
    "ID": ("{city}", "{region} {postal_code}"),
    "IE": _CITY_REGION_THEN_CODE,
    "IM": _CITY_THEN_CODE,
    "IN": ("{city} {postal_code}", "{region}"),
    "IT": _CODE_CITY_REGION,
    "JE": _CITY_THEN_CODE,
    "JP": ("{city}, {region}", "{postal_code}"),
    "KR": ("{city}, {region}", "{postal_code}"),
    "MX": ("{postal_code} {city}, {region}",),
    "NZ": _CITY_CODE,
    "RU": ("{city}", "{region}", "{postal_code}"),
    "SG": _CITY_CODE,
    "TH": ("{city}", "{region} {postal_code}"),
    "TW": ("{city}, {region} {postal_code}",),
    "UA": ("{city}", "{region}", "{postal_code}"),
    "US": _CITY_COMMA_REGION_CODE,
    "VN": ("{city}", "{region} {postal_code}"),
    "ZA": _CITY_THEN_CODE,
}
