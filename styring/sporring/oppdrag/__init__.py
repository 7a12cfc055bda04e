"""How it goes: the state of each thing, what is off track, who waits for whom, what was moved."""
