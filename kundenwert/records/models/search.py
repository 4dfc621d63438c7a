"""The search index: the words of each record, and the vocabulary of all words."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

PENDING = 256
"""Kilobytes of new words that an index collects before it sorts them in: every search reads them all, so that with
PostgreSQL's usual four megabytes it took five times as long after a large change."""


class SearchEntry(models.Model):
    """The folded words of one record (see `foundation.text.fold`)."""

    record_type = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    words = ArrayField(models.TextField())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record_type", "object_id"], name="search_entry_object")]
        indexes = [
            GinIndex(fields=["words"], name="search_entry_words", fastupdate=True, gin_pending_list_limit=PENDING)
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.object_id}"


class SearchWord(models.Model):
    """A word that occurs somewhere, prepared for being found by a part of it or with a typing error."""

    word = models.TextField(primary_key=True)
    trigrams = ArrayField(models.TextField())
    """Every three letters in a row: finds *maschinenbau* inside *straßenmaschinenbau*."""
    deletes = ArrayField(models.TextField())
    """The word and all forms with one letter left out (SymSpell): finds *müler* near *müller*."""
    phonetic = models.TextField(blank=True)
    """Kölner Phonetik: finds *Maier* by *Meyer*."""

    class Meta:
        indexes = [
            GinIndex(fields=["trigrams"], name="search_word_trigrams", fastupdate=True, gin_pending_list_limit=PENDING),
            GinIndex(fields=["deletes"], name="search_word_deletes", fastupdate=True, gin_pending_list_limit=PENDING),
            models.Index(fields=["phonetic"], name="search_word_phonetic", condition=~models.Q(phonetic="")),
            models.Index(fields=["word"], name="search_word_prefix", opclasses=["text_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.word
