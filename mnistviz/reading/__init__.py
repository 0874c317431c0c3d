"""From any picture to ink: files, decoding, photos, crops."""
