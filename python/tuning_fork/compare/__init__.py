"""Comparing a model before and after training: answers, and the loss of held-out rows on the same labels."""
