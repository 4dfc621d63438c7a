"""The record engine: one declaration of a record type gives list, card, form, import, export, search, rights."""
