"""Reads any picture and finds its ink: files, decoding, photos, crops."""
