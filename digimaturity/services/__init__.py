"""What a user can do: one intention is one function, one transaction, one `Change`."""
