"""What every app stands on: acts, cases, authority, events, outbox, files, components. No business of its own."""
