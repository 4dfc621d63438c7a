"""Segments in words: the few conditions that tell a segment from the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.tree import DecisionTreeClassifier

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.features import Encoder, guess_kinds, read_columns
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

Floats = NDArray[np.float64]
Bounds = tuple[float, float]
"""Over, and up to."""


@dataclass(frozen=True)
class Condition:
    """What holds for one feature."""

    feature: str
    over: float | None = None
    up_to: float | None = None
    level: str | None = None
    """Of a category; then `has` says whether it is this one, or any other."""
    has: bool = True

    def words(self, vocabulary: Mapping[str, tuple[str, str]]) -> str:
        """Such as "buys rarely", from `{"frequency": ("buys rarely", "buys often")}`; a level speaks for itself."""
        if self.level is not None:
            return self.level if self.has else f"not {self.level}"
        low, high = vocabulary.get(self.feature, (f"low {self.feature}", f"high {self.feature}"))
        if self.over is not None and self.up_to is not None:
            return f"medium {self.feature}"
        return low if self.over is None else high

    @property
    def rule(self) -> str:
        """With the figures, such as "frequency up to 3.5"."""
        if self.level is not None:
            return f"{self.feature} is {'' if self.has else 'not '}{self.level}"
        parts = [f"over {self.over:.4g}"] if self.over is not None else []
        parts += [f"up to {self.up_to:.4g}"] if self.up_to is not None else []
        return f"{self.feature} {' and '.join(parts)}"


@dataclass(frozen=True)
class Description:
    """A segment in words, and how well they fit."""

    segment: int
    customers: int
    words: str
    rule: str
    conditions: tuple[Condition, ...]
    coverage: float
    """Share of the segment that meets the conditions."""
    precision: float
    """Share of those that meet them who are of the segment."""


def describe_segments(
    table: Any, labels: Any, *, features: Sequence[str] | None = None,
    words: Mapping[str, tuple[str, str]] | None = None, depth: int = 3, seed: int = 0,
) -> tuple[Description, ...]:  # fmt: skip
    """One description per segment, from a decision tree (Breiman et al. 1984) of the segment against all others.

    Of all nodes of the tree, the one with the best F1 is told; of equals, the one with fewer conditions. `labels`
    has a segment per row (-1: none); features may be figures or categories, those of the clustering or others;
    `words` gives phrases for low and high values of a figure. Raises UnfitData for fewer than two segments or no
    feature that varies, ValueError where labels do not fit the rows.
    """
    source = as_ibis(table)
    need_columns(source, features or ())
    given = to_arrow(source)
    segment = np.asarray(labels, dtype=np.int64)
    if len(segment) != given.num_rows:
        raise ValueError("labels must have one value per row")
    rows = np.flatnonzero(segment >= 0)
    segment = segment[rows]
    kinds, _useless = guess_kinds(given, list(features or given.column_names))
    if len(np.unique(segment)) < 2 or not kinds:
        raise UnfitData("There is nothing to tell apart.", needed="two segments and a feature that varies")
    columns = read_columns(given, kinds)
    encoder = Encoder.of(columns, rows)
    X = encoder.matrix(columns, rows)
    names = [
        (name, level)
        for name, kind in kinds.items()
        for level in (encoder.levels[name] if kind == "category" else (None,))
    ]
    X = np.where(np.isnan(X), np.nanmedian(X, axis=0), X)
    made = []
    for number in np.unique(segment):
        belongs = segment == number
        conditions, coverage, precision = _best_node(X, belongs, names, depth, seed)
        phrases = [condition.words(words or {}) for condition in conditions]
        rule = ", ".join(condition.rule for condition in conditions)
        made.append(
            Description(
                int(number), int(belongs.sum()), ", ".join(phrases) or "like all", rule, conditions, coverage, precision
            )
        )
    return tuple(made)


def _best_node(
    X: Floats, belongs: NDArray[np.bool_], names: Sequence[tuple[str, str | None]], depth: int, seed: int
) -> tuple[tuple[Condition, ...], float, float]:
    least = max(5, len(X) // 200)
    grown = DecisionTreeClassifier(
        max_depth=depth, min_samples_leaf=least, class_weight="balanced", random_state=seed
    ).fit(X, belongs)
    tree = grown.tree_
    passes = grown.decision_path(X)
    inside = np.asarray(passes.sum(axis=0)).ravel()
    hits = np.asarray(passes[np.flatnonzero(belongs)].sum(axis=0)).ravel()
    f1 = 2 * hits / (inside + belongs.sum())
    paths = _paths(tree)
    best = max(paths, key=lambda node: (round(float(f1[node]), 9), -len(paths[node])))
    conditions = _conditions(paths[best], names)
    return conditions, float(hits[best] / belongs.sum()), float(hits[best] / inside[best])


Step = tuple[int, float, bool]
"""Matrix column, threshold, whether above it."""


def _paths(tree: Any) -> dict[int, tuple[Step, ...]]:
    """Steps from the root to each node."""
    paths: dict[int, tuple[Step, ...]] = {0: ()}
    for node in range(tree.node_count):  # children have higher numbers than their parent
        if tree.children_left[node] >= 0:
            column, threshold = int(tree.feature[node]), float(tree.threshold[node])
            paths[int(tree.children_left[node])] = (*paths[node], (column, threshold, False))
            paths[int(tree.children_right[node])] = (*paths[node], (column, threshold, True))
    return paths


def _conditions(path: Sequence[Step], names: Sequence[tuple[str, str | None]]) -> tuple[Condition, ...]:
    made: list[Condition] = []
    for column in dict.fromkeys(step[0] for step in path):
        feature, level = names[column]
        over = [threshold for where, threshold, above in path if where == column and above]
        up_to = [threshold for where, threshold, above in path if where == column and not above]
        if level is not None:
            made.append(Condition(feature, level=level, has=bool(over)))
        else:
            made.append(Condition(feature, max(over, default=None), min(up_to, default=None)))
    # "not south" says nothing beside "north"
    told = {condition.feature for condition in made if condition.level is not None and condition.has}
    return tuple(one for one in made if one.level is None or one.has or one.feature not in told)
