"""The runner of Tuning Fork: TRL's own supervised fine-tuning, observed and written down as events."""
