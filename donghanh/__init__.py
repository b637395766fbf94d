"""Đồng Hành: software that walks with people through a commune's service centre."""

__version__ = "0.1.0"
