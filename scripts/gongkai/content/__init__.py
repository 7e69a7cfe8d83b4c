"""Front matter of every type of content: its fields, their Chinese keys, what they may hold."""

from gongkai.content.item import Item
from gongkai.content.registry import TYPES, keys, known

__all__ = ["TYPES", "Item", "keys", "known"]
