"""The ink in photos, scans and screenshots."""
