"""Gongkai (公开): from official reports to a static 政务公开 site."""
