"""The claims of the ledger, one a file, found by discovery."""
