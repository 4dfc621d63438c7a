"""Contacts with customers on any channel, in and out."""
