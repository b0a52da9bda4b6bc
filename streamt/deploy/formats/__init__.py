"""Plans and statuses for people and for programs: each module is `value -> str`."""
