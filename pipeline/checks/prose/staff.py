"""P28: posts and people of a body (人员编制)."""

from __future__ import annotations

from .partitions import Partition


def is_staff(found: Partition) -> bool:
    """Whether the parts are posts or people of the body itself."""
    return False
