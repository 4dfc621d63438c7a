"""Charts of the report as SVG: no script, sharp in print, readable without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 12, 28


@dataclass(frozen=True)
class Bar:
    """One bar: what stands below it, its value, what stands above it."""

    label: str
    value: float
    text: str


def bars(title: str, entries: Sequence[Bar]) -> SafeString:
    """Upright bars, the texts on them; negative values as none."""
    highest = max((entry.value for entry in entries), default=0.0)
    if highest <= 0:
        return SafeString("")
    step = (WIDTH - 2 * RIGHT) / len(entries)
    height = HEIGHT - TOP - BOTTOM - 14
    drawn = format_html_join(
        "",
        '<rect class="bar" x="{}" y="{}" width="{}" height="{}" rx="2"/><text class="on" x="{}" y="{}">{}</text>'
        '<text class="axis" x="{}" y="{}">{}</text>',
        (
            (
                *_box(index, step, height * max(entry.value, 0) / highest),
                round(RIGHT + (index + 0.5) * step, 1),
                round(HEIGHT - BOTTOM - height * max(entry.value, 0) / highest - 5, 1),
                entry.text,
                round(RIGHT + (index + 0.5) * step, 1),
                HEIGHT - 10,
                entry.label,
            )
            for index, entry in enumerate(entries)
        ),
    )
    return _svg(title, drawn)


def _box(index: int, step: float, height: float) -> tuple[float, float, float, float]:
    left = RIGHT + index * step + step * 0.12
    return round(left, 1), round(HEIGHT - BOTTOM - height, 1), round(step * 0.76, 1), round(height, 1)


@dataclass(frozen=True)
class Line:
    """A line through points (x, y); `css` is its class: line, line-2, line-3."""

    points: Sequence[tuple[float, float]]
    name: str
    css: str = "line"


def lines(
    title: str, drawn: Sequence[Line], *, x_labels: Sequence[tuple[float, str]], y_labels: Sequence[tuple[float, str]]
) -> SafeString:
    """Lines over two axes whose labels are given as (value, text); a legend where there is more than one line."""
    xs = [x for line in drawn for x, _y in line.points] + [value for value, _text in x_labels]
    ys = [y for line in drawn for _x, y in line.points] + [value for value, _text in y_labels]
    if not drawn or max(xs) <= min(xs) or max(ys) <= min(ys):
        return SafeString("")
    frame = _Frame(min(xs), max(xs), min(ys), max(ys))
    grid = format_html_join(
        "",
        '<path class="grid" d="M{} {}H{}"/><text class="axis end" x="{}" y="{}">{}</text>',
        ((LEFT, frame.y(value), WIDTH - RIGHT, LEFT - 6, frame.y(value) + 4, text) for value, text in y_labels),
    )
    below = format_html_join(
        "", '<text class="axis" x="{}" y="{}">{}</text>', ((frame.x(v), HEIGHT - 10, text) for v, text in x_labels)
    )
    paths = format_html_join(
        "",
        '<polyline class="{}" points="{}"/>',
        ((line.css, " ".join(f"{frame.x(x)},{frame.y(y)}" for x, y in line.points)) for line in drawn),
    )
    return _svg(title, SafeString(grid + below + paths + (_legend(drawn) if len(drawn) > 1 else "")))


@dataclass(frozen=True)
class _Frame:
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def x(self, value: float) -> float:
        return round(LEFT + (value - self.x_low) / (self.x_high - self.x_low) * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - self.y_low) / (self.y_high - self.y_low) * (HEIGHT - TOP - BOTTOM), 1)


def _legend(drawn: Sequence[Line]) -> SafeString:
    return format_html_join(
        "",
        '<path class="{}" d="M{} {}h22"/><text class="axis start" x="{}" y="{}">{}</text>',
        (
            (line.css, LEFT + 10, TOP + 8 + 18 * index, LEFT + 38, TOP + 12 + 18 * index, line.name)
            for index, line in enumerate(drawn)
        ),
    )


def _svg(title: str, content: SafeString) -> SafeString:
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>', WIDTH, HEIGHT, title, content
    )
