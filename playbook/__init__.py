"""Closing Playbook: rules for the end of a job interview and everything after it."""
