"""Tables of touchpoints."""

from .touchpoint import Direction, Touchpoint, TouchpointKind

__all__ = ["Direction", "Touchpoint", "TouchpointKind"]
