"""What happens when: from a record and the reader's date to every step with its dates.

The plan is what five tools share. `compute` gives it, `words` says it; the numbers stand with the timeline,
which shows them (tools/timeline/rules.toml).
"""
